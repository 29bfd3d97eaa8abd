package dev.poscart.app.ops;

/**
 * A warning or an error of the log.
 *
 * @param at ISO 8601, in UTC
 * @param level {@code warn} or {@code error}
 * @param requestId of the request that it is about; empty if it is about none
 * @param source the short name of the class that logged it
 */
record Warning(String at, String level, String requestId, String source, String message) {}
