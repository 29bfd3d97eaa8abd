package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The stored response to a request, with which a repeated request is answered.
 *
 * @param status of the response, as the API numbers it
 * @param version of the cart, as the API writes it
 */
public record StoredResponse(int status, Optional<String> version, String body) {}
