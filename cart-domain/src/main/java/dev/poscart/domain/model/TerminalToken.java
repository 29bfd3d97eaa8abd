package dev.poscart.domain.model;

/**
 * A token with which a terminal authenticates.
 *
 * @param text what the terminal sends
 * @param lifeSeconds how long it is valid
 */
public record TerminalToken(String text, long lifeSeconds) {}
