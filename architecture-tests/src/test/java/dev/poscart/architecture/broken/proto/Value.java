package dev.poscart.architecture.broken.proto;

public interface Value {}
