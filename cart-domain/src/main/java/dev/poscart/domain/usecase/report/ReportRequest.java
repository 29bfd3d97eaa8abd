package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.report.ReportPeriod;
import java.util.Optional;

/**
 * Which report is wanted.
 *
 * @param kind what is printed; the figures of all kinds are made
 * @param terminalNo empty: the whole store
 * @param daily whether it is a Z report, which needs all its sessions to be closed, not an X report
 *     of the state so far
 * @param openCounter only the session with this counter of each day; empty: all sessions
 */
public record ReportRequest(
    ReportKind kind,
    StoreKey store,
    Optional<Integer> terminalNo,
    boolean daily,
    ReportPeriod period,
    Optional<Integer> openCounter) {}
