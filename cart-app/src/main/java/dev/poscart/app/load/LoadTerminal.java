package dev.poscart.app.load;

/** A terminal and its API key. */
public record LoadTerminal(String id, String apiKey) {}
