package dev.poscart.domain.model;

import java.util.Optional;

/**
 * What a request was answered, kept so that it can be answered the same again.
 *
 * @param status of HTTP
 * @param version the entity tag, quotes included
 */
public record KeptAnswer(int status, Optional<String> version, String body) {}
