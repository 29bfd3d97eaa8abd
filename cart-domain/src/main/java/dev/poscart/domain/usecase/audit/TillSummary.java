package dev.poscart.domain.usecase.audit;

/**
 * A summary of the entries of one till.
 *
 * @param deskEntries how many of the entries are openings, closings and cash movements
 * @param first its lowest position
 * @param last its highest position
 * @param notChained entries without a hash, logged by an earlier version or by another system
 * @param leftOut positions that another system left out, which takes a number before it stores the
 *     transaction
 * @param headHash hash of the last entry, to be kept elsewhere; empty if there is none
 */
public record TillSummary(
    Till till,
    long entries,
    long deskEntries,
    long first,
    long last,
    long notChained,
    long leftOut,
    String headHash) {}
