package dev.poscart.domain.usecase.audit;

/**
 * The end of a till's log as somebody noted it earlier. Only by this does it show that entries were
 * taken from the end, or that the whole chain was computed anew.
 *
 * @param hash the hash of that entry, hexadecimal digits
 */
public record NotedEnd(Till till, long transactionNo, String hash) {}
