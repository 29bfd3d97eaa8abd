package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The response to a request, stored so that a repeat of the request gets the same one.
 *
 * @param status of HTTP
 * @param version the entity tag, quotes included
 */
public record StoredResponse(int status, Optional<String> version, String body) {}
