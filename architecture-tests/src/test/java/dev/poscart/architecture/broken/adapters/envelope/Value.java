package dev.poscart.architecture.broken.adapters.envelope;

public interface Value {}
