package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import dev.poscart.domain.report.GoodsSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Reads the sessions of tills from the log and adds up each. */
public final class SessionReports {

  /** Limits what is held of the log at a time. */
  private static final int PAGE_SIZE = 500;

  private static final List<SortKey> IN_ORDER =
      List.of(new SortKey(Field.BUSINESS_COUNTER, true), new SortKey(Field.TRANSACTION_NO, true));

  private final TransactionLog transactions;
  private final DeskLog desk;

  public SessionReports(TransactionLog transactions, DeskLog desk) {
    this.transactions = transactions;
    this.desk = desk;
  }

  /**
   * Adds up sessions.
   *
   * @param dates business dates, {@code YYYYMMDD}
   * @param openCounter only sessions with this counter; empty: all
   * @param check is given each session once it is read; what it throws ends the reading
   * @return fails with {@link Refusal#REPORT_FAILED} if the figures do not agree with the log
   */
  CompletionStage<ReportedSessions> of(
      List<TerminalKey> terminals,
      List<String> dates,
      Optional<Integer> openCounter,
      Consumer<SessionReport> check) {
    List<SessionReport> sessions = new ArrayList<>();
    GoodsSum goods = new GoodsSum();
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    for (TerminalKey terminal : terminals) {
      for (String date : dates) {
        all =
            all.thenCompose(before -> day(terminal, date, openCounter))
                .thenAccept(
                    day -> {
                      for (SessionFold fold : day.proven()) {
                        SessionReport session = fold.report();
                        check.accept(session);
                        sessions.add(session);
                        goods.add(fold.goods());
                      }
                    });
      }
    }
    return all.thenApply(done -> new ReportedSessions(sessions, goods.sum()));
  }

  private CompletionStage<Day> day(
      TerminalKey terminal, String date, Optional<Integer> openCounter) {
    Day day = new Day(terminal, openCounter);
    return desk.findDay(terminal, date)
        .thenCompose(
            entries -> {
              entries.forEach(day::add);
              return addPages(day, date, 1);
            })
        .thenApply(done -> day);
  }

  private CompletionStage<Void> addPages(Day day, String date, int page) {
    TransactionQuery query =
        new TransactionQuery(
            day.terminal,
            Optional.of(date),
            day.openCounter,
            Optional.empty(),
            Set.of(),
            true,
            PAGE_SIZE,
            page,
            IN_ORDER);
    return transactions
        .query(query)
        .thenCompose(
            found -> {
              found.transactions().forEach(day::add);
              return isLast(found, page)
                  ? CompletableFuture.completedFuture(null)
                  : addPages(day, date, page + 1);
            });
  }

  private static boolean isLast(TransactionPage found, int page) {
    return (long) page * PAGE_SIZE >= found.total();
  }

  /** The sessions of one till on one day. */
  private static final class Day {

    private final TerminalKey terminal;
    private final Optional<Integer> openCounter;
    private final TreeMap<TerminalSession, SessionFold> folds =
        new TreeMap<>(
            Comparator.comparing(TerminalSession::businessCounter)
                .thenComparing(TerminalSession::openCounter));

    Day(TerminalKey terminal, Optional<Integer> openCounter) {
      this.terminal = terminal;
      this.openCounter = openCounter;
    }

    void add(Transaction transaction) {
      fold(transaction.session()).add(transaction);
    }

    void add(DeskEntry entry) {
      if (openCounter.isEmpty() || openCounter.get() == entry.session().openCounter()) {
        fold(entry.session()).add(entry);
      }
    }

    Collection<SessionFold> proven() {
      folds.values().forEach(Day::requireProven);
      return folds.values();
    }

    private SessionFold fold(TerminalSession session) {
      return folds.computeIfAbsent(session, key -> new SessionFold(terminal, key));
    }

    private static void requireProven(SessionFold fold) {
      List<String> problems = fold.problems();
      if (!problems.isEmpty()) {
        throw new Refused(
            Refusal.REPORT_FAILED,
            "The figures do not agree with the log: " + String.join("; ", problems));
      }
    }
  }
}
