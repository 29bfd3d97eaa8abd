package dev.poscart.architecture.broken.domain.receipt;

public interface Value {}
