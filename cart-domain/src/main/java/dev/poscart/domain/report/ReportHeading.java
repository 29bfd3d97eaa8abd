package dev.poscart.domain.report;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What stands above the figures of a printed report.
 *
 * @param terminalNo empty: the whole store
 * @param staffId who asked for it; empty if no one is signed in
 * @param daily whether it is a Z report of closed sessions, not an X report of the state so far
 * @param openCounter the session; empty: all sessions of the period
 * @param businessCounter the number of a Z report of one session
 * @param reprint whether this Z report was given out before
 */
public record ReportHeading(
    String storeName,
    Optional<Integer> terminalNo,
    Optional<String> staffId,
    OffsetDateTime printedAt,
    boolean daily,
    ReportPeriod period,
    Optional<Integer> openCounter,
    Optional<Integer> businessCounter,
    boolean reprint) {}
