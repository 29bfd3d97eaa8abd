package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The stored response to a request, with which a repeated request is answered.
 *
 * @param status HTTP status
 * @param version entity tag, including its quotes
 */
public record StoredResponse(int status, Optional<String> version, String body) {}
