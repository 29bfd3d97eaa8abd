package dev.poscart.domain.usecase.report;

import dev.poscart.domain.report.SoldGoods;
import java.util.List;

/**
 * The sessions of a report. Goods are held for all of them together: a list for each session would
 * make a report over years need memory for years.
 *
 * @param sessions by terminal and business date, then in the order in which they were opened
 * @param goods what was sold in all of them
 */
record ReportedSessions(List<SessionReport> sessions, SoldGoods goods) {

  ReportedSessions {
    sessions = List.copyOf(sessions);
  }
}
