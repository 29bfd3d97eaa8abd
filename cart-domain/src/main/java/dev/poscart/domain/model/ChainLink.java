package dev.poscart.domain.model;

/**
 * What ties an entry of the log to the one before it, so that an entry that was altered or removed
 * shows.
 *
 * @param previousHash hash of the terminal's entry before; for the first that is chained, a value
 *     that follows from terminal and number
 * @param hash SHA-256 in hexadecimal digits over the entry's whole content, {@code previousHash}
 *     included
 */
public record ChainLink(String previousHash, String hash) {}
