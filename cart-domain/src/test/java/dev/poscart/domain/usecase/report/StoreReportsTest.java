package dev.poscart.domain.usecase.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.fixtures.InMemoryReferenceData;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.report.ReportPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of the log a report reads: two days, the first one never closed. */
class StoreReportsTest {

  private static final TerminalKey TILL = CartTestData.TERMINAL;

  private final InMemoryTransactionLog log = new InMemoryTransactionLog();
  private final ReadDays desk = new ReadDays(log.deskLog(), new ArrayList<>());
  private final ReportCopies reports =
      new ReportCopies(
          new StoreReports(
              new InMemoryReferenceData().ports().stores(),
              store -> Stages.completed(List.of(TILL)),
              tenantId -> Stages.completed(Map.of()),
              new SessionReports(log, desk),
              Clock.systemUTC()));

  @BeforeEach
  void openTwice() {
    DeskEntry first = DeskTestData.opening().session("20251123", 1, 7).makeAt(1);
    DeskEntry second = DeskTestData.opening().session("20251124", 1, 8).makeAt(2);
    Await.result(log.deskLog().append(first));
    Await.result(log.deskLog().append(second));
  }

  @Test
  void xReport_readsEachDay() {
    StoreReport report = Await.result(reports.make(request(false)));

    assertThat(report.sessions())
        .extracting(session -> session.session().businessDate())
        .containsExactly("20251123", "20251124");
    assertThat(desk.read()).containsExactly("20251123", "20251124");
  }

  @Test
  void zReport_readsNothingBehindAnOpenSession() {
    assertThat(Await.failure(reports.make(request(true))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("is not closed on 20251123 (opening 1)");
    assertThat(desk.read()).containsExactly("20251123");
  }

  private static ReportRequest request(boolean daily) {
    return new ReportRequest(
        ReportKind.SALES,
        TILL.store(),
        Optional.empty(),
        daily,
        new ReportPeriod(LocalDate.of(2025, 11, 23), LocalDate.of(2025, 11, 24)),
        Optional.empty());
  }

  /** Notes the business dates that are read. */
  private record ReadDays(DeskLog log, List<String> read) implements DeskLog {

    @Override
    public CompletionStage<Appended> append(DeskEntry entry) {
      return log.append(entry);
    }

    @Override
    public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
      return log.findLastShift(terminal);
    }

    @Override
    public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
      read.add(businessDate);
      return log.findDay(terminal, businessDate);
    }
  }
}
