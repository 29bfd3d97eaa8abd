package dev.poscart.architecture.broken.adapters.http;

public interface Value {}
