package dev.poscart.architecture.broken.domain.report;

public interface Value {}
