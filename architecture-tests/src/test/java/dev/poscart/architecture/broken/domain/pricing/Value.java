package dev.poscart.architecture.broken.domain.pricing;

public interface Value {}
