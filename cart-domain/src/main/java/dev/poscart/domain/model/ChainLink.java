package dev.poscart.domain.model;

/**
 * The link of a log entry to its predecessor, by which a changed or removed entry is detected.
 *
 * @param previousHash hash of the terminal's previous entry; for the first chained entry, a value
 *     derived from terminal and number
 * @param hash SHA-256 in hexadecimal digits over the whole content of the entry, including {@code
 *     previousHash}
 */
public record ChainLink(String previousHash, String hash) {}
