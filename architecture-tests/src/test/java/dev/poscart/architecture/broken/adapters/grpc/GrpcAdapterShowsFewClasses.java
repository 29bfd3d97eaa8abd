package dev.poscart.architecture.broken.adapters.grpc;

public interface GrpcAdapterShowsFewClasses {}
