package dev.poscart.architecture.broken.app;

public interface Value {}
