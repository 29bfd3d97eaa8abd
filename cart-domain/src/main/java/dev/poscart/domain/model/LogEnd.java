package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The last entry of a terminal's log, as far as the next one needs it.
 *
 * @param hash empty: it was logged by a version that did not chain its entries
 */
public record LogEnd(IssuedNumbers numbers, Optional<String> hash) {}
