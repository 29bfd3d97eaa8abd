package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The last entry of a terminal's log, as far as the next entry depends on it.
 *
 * @param hash empty if the entry was logged by a version without hash chain
 */
public record LogEnd(IssuedNumbers numbers, Optional<String> hash) {}
