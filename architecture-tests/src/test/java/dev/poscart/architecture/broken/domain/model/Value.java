package dev.poscart.architecture.broken.domain.model;

public interface Value {}
