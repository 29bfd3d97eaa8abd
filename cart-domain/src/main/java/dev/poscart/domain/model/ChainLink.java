package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The place of an entry in the log, and its link to its predecessor, by which a changed or removed
 * entry is detected.
 *
 * @param position the entry's position in its terminal's log; empty in entries of versions without
 *     positions, which stand at their transaction number
 * @param previousHash hash of the terminal's previous entry; for the first chained entry, a value
 *     derived from terminal and position
 * @param hash SHA-256 in hexadecimal digits over the whole content of the entry, including {@code
 *     position} and {@code previousHash}
 */
public record ChainLink(Optional<Integer> position, String previousHash, String hash) {}
