package dev.poscart.domain.usecase.audit;

/**
 * The end of a till's log as noted by an earlier verification. Only this reveals that the last
 * entries were removed, or that the whole chain was recomputed.
 *
 * @param hash the hash of that entry, in hexadecimal digits
 */
public record NotedEnd(Till till, long position, String hash) {}
