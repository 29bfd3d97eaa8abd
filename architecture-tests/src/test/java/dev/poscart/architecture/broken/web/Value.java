package dev.poscart.architecture.broken.web;

public interface Value {}
