package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The stored response to a request, with which a repeated request is answered.
 *
 * @param status status of the response, as numbered by the API
 * @param version version of the cart, as written by the API
 */
public record StoredResponse(int status, Optional<String> version, String body) {}
