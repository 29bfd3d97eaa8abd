package dev.poscart.benchmarks.growth;

import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.TransactionLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/**
 * Fills the log of a new database: the same sale again and again, by five tills with 200 sales a
 * day each, up to today, each day closed if that is wanted. Every entry goes through the
 * transaction log of the store, with its form, its numbers and its hash chain; many are on their
 * way at a time, so that they share commits.
 */
final class LogGenerator {

  static final int TILLS = 5;
  static final int SALES_A_DAY = 200;

  private static final int ON_THEIR_WAY = 2_000;

  private final Transaction sale;
  private final LocalDate today;
  private final boolean closing;
  private final Semaphore free = new Semaphore(ON_THEIR_WAY);
  private volatile Optional<Throwable> failure = Optional.empty();

  /**
   * @param sale a sale as booked today
   * @param closing whether the tills are closed at the end of each day but today
   */
  LogGenerator(Transaction sale, boolean closing) {
    this.sale = sale;
    this.closing = closing;
    this.today = LocalDate.parse(sale.session().businessDate(), DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** Creates the database with this number of transactions. */
  void fill(Path file, int transactions) throws InterruptedException {
    SqliteStoreSet stores = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    LogEnd[] ends = new LogEnd[TILLS];
    for (int i = 0; i < transactions && failure.isEmpty(); i++) {
      int till = i % TILLS;
      int age = age(i, transactions);
      Transaction entry =
          entry(Optional.ofNullable(ends[till]), till + 1, age, age(0, transactions) - age);
      ends[till] = end(entry);
      append(stores.transactions().append(entry));
      boolean last = age > 0 && age(Math.min(i + TILLS, transactions - 1), transactions) < age;
      if (closing && last) {
        DeskEntry closed = DayClosing.after(entry, ends[till], SALES_A_DAY);
        ends[till] = end(closed);
        append(stores.deskLog().append(closed));
      }
    }
    free.acquire(ON_THEIR_WAY);
    free.release(ON_THEIR_WAY);
    stores.close().toCompletableFuture().join();
    failure.ifPresent(
        why -> {
          throw new IllegalStateException("the log could not be filled", why);
        });
  }

  /** The age of an entry in days. */
  private static int age(int index, int transactions) {
    return (transactions - 1 - index) / (TILLS * SALES_A_DAY);
  }

  private static LogEnd end(LogEntry entry) {
    return new LogEnd(
        entry.position().position(), entry.numbers(), entry.link().map(link -> link.hash()));
  }

  private Transaction entry(Optional<LogEnd> last, int terminalNo, int age, int daysBefore) {
    TerminalKey terminal =
        new TerminalKey(sale.terminal().tenantId(), sale.terminal().storeCode(), terminalNo);
    IssuedNumbers numbers =
        last.map(end -> end.numbers().next(NumberRange.DEFAULT))
            .orElseGet(() -> IssuedNumbers.first(NumberRange.DEFAULT));
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(today.minusDays(age));
    TerminalSession same = sale.session().on(day);
    TerminalSession session =
        closing
            ? new TerminalSession(day, same.openCounter(), same.businessCounter() + daysBefore)
            : same;
    return Chain.tie(like(sale, terminal, numbers, session, age), last);
  }

  private static Transaction like(
      Transaction sale,
      TerminalKey terminal,
      IssuedNumbers numbers,
      TerminalSession session,
      int age) {
    return new Transaction(
        terminal,
        numbers,
        sale.type(),
        "cart:" + UUID.randomUUID(),
        sale.storeName(),
        session,
        sale.generatedAt().minusDays(age),
        sale.customer(),
        sale.sales(),
        sale.lines(),
        sale.payments(),
        sale.taxes(),
        sale.subtotalDiscounts(),
        sale.origin(),
        sale.staff(),
        sale.receipt(),
        sale.receiptText(),
        sale.journalText(),
        UUID.randomUUID().toString(),
        Optional.empty());
  }

  private void append(CompletionStage<?> appended) throws InterruptedException {
    free.acquire();
    var unused =
        appended.whenComplete(
            (outcome, why) -> {
              if (!(outcome instanceof TransactionLog.Appended.Done
                  || outcome instanceof DeskLog.Appended.Done)) {
                failure =
                    Optional.ofNullable(why)
                        .or(() -> Optional.of(new IllegalStateException("not new: " + outcome)));
              }
              free.release();
            });
  }
}
