package dev.poscart.architecture.broken.domain.usecase;

public interface Value {}
