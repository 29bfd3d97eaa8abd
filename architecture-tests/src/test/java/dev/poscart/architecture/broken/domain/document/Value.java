package dev.poscart.architecture.broken.domain.document;

public interface Value {}
