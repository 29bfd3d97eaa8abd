package dev.poscart.architecture.broken.domain.code;

public interface Value {}
