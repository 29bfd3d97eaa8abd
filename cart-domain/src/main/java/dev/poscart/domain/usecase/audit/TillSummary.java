package dev.poscart.domain.usecase.audit;

/**
 * What was read of one till.
 *
 * @param first its least transaction number
 * @param last its greatest transaction number
 * @param notChained entries that carry no hash, because an earlier version logged them
 * @param headHash the hash of the last entry, to be noted somewhere else; empty if there is none
 */
public record TillSummary(
    Till till, long entries, long first, long last, long notChained, String headHash) {}
