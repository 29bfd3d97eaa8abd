package dev.poscart.architecture.broken.domain.sale;

public interface Value {}
