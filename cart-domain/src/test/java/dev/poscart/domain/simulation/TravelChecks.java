package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartRevision;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.sale.CartDigest;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Each log has a carried cart at most once; several have it only if a site did not answer what it
 * committed, and then with the same numbers, which the terminal gave.
 */
final class TravelChecks {

  private final Violations violations = new Violations();
  private final List<Site> sites;
  private final List<ClosingAttempt> history;
  private final Tally tally;
  private final boolean enforced;

  /**
   * @param enforced whether the sites refuse carts that are older than what they have seen
   */
  TravelChecks(List<Site> sites, List<ClosingAttempt> history, Tally tally, boolean enforced) {
    this.sites = sites;
    this.history = history;
    this.tally = tally;
    this.enforced = enforced;
  }

  /** One entry and where it is. */
  private record Entry(Site site, Transaction transaction) {}

  List<String> run() {
    sites.forEach(this::log);
    Map<String, List<ClosingAttempt>> byClaim =
        history.stream()
            .collect(
                Collectors.groupingBy(
                    attempt -> Transaction.claimOf(attempt.cart()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byClaim.forEach((claim, attempts) -> sale(decisive(attempts), entries(claim)));
    sites.forEach(
        site ->
            site.database()
                .log()
                .forEach(
                    entry ->
                        violations.expect(
                            byClaim.containsKey(entry.transaction.claim()),
                            "a sale in a log was asked for",
                            site,
                            entry.transaction)));
    numbers();
    return violations.all();
  }

  private void log(Site site) {
    EntryChecks entries = new EntryChecks(violations);
    site.database().entries().values().forEach(entries::till);
    new EventChecks(
            violations,
            new Evidence(List.of(), site.database(), site.published(), LocalTime.MIDNIGHT))
        .run();
  }

  private List<Entry> entries(String claim) {
    return sites.stream()
        .flatMap(
            site ->
                site.database().log().stream()
                    .filter(entry -> entry.transaction.claim().equals(claim))
                    .map(entry -> new Entry(site, entry.transaction)))
        .toList();
  }

  /** Those but the attempts to close an older cart that were refused in the end. */
  private static List<ClosingAttempt> decisive(List<ClosingAttempt> attempts) {
    Set<Carried> outdated =
        attempts.stream()
            .filter(ClosingAttempt::isOutdated)
            .map(ClosingAttempt::carried)
            .collect(Collectors.toSet());
    return attempts.stream().filter(attempt -> !outdated.contains(attempt.carried())).toList();
  }

  private void sale(List<ClosingAttempt> attempts, List<Entry> entries) {
    if (attempts.isEmpty()) {
      return;
    }
    Closing.Kind decided = attempts.get(0).kind();
    CartId cart = attempts.get(0).cart();
    for (ClosingAttempt attempt : attempts) {
      violations.expect(
          !(attempt.answer() instanceof Outcome.Crashed), "the service breaks down", attempt);
      violations.expect(
          attempt.kind() == decided || attempt.done().isEmpty(),
          "a closed cart is not closed in another way",
          attempt);
      violations.expect(
          attempt.kind() != decided || !(attempt.answer() instanceof Outcome.Rejected),
          "a repeated closing is answered with the transaction",
          attempt);
      attempt.done().ifPresent(answer -> answered(attempt, answer, entries));
    }
    violations.expect(
        attempts.stream().anyMatch(attempt -> attempt.done().isPresent()),
        "a terminal that repeats its closing gets an answer",
        cart);
    entries.forEach(entry -> logged(entry, attempts, decided));
    if (entries.size() > 1) {
      tally.count("sales in both logs");
      inBoth(attempts, entries);
    }
  }

  private void answered(ClosingAttempt attempt, Cart answer, List<Entry> entries) {
    List<Entry> there = entries.stream().filter(entry -> entry.site() == attempt.site()).toList();
    violations.expect(
        there.size() == 1, "an acknowledged closing is in the site's log once", attempt, there);
    for (Entry entry : there) {
      violations.expect(
          answer
              .closed()
              .map(closed -> closed.numbers().equals(entry.transaction().numbers()))
              .orElse(false),
          "a closing has the numbers that were answered",
          attempt,
          entry);
    }
  }

  private void logged(Entry entry, List<ClosingAttempt> attempts, Closing.Kind decided) {
    Transaction transaction = entry.transaction();
    ClosingAttempt first = attempts.get(0);
    Cart presented = first.presented();
    violations.expect(
        transaction.sales().cancelled() == (decided == Closing.Kind.CANCEL)
            && presented.lines().equals(transaction.lines())
            && presented.payments().equals(transaction.payments())
            && presented.totalWithTax().equals(transaction.sales().totalWithTax()),
        "the transaction says what the terminal has seen",
        first,
        entry);
    violations.expect(
        attempts.stream()
            .anyMatch(
                attempt ->
                    attempt.site() == entry.site()
                        && (attempt.done().isPresent() || attempt.isUnanswered())),
        "a site logs a sale only when it is asked to",
        entry);
    first.numbers().ifPresent(given -> numbered(entry, given));
    violations.expect(
        !enforced || entry.site().database().revisions().hasAccepted(revision(first, transaction)),
        "an older cart than the site has seen is not closed",
        first,
        entry);
  }

  /** The revision that a site records for the closing. */
  private static CartRevision revision(ClosingAttempt attempt, Transaction sale) {
    Closing closing =
        new Closing(
            attempt.kind(),
            sale.terminal(),
            sale.staff(),
            sale.session(),
            sale.generatedAt(),
            sale.eventId(),
            sale.receipt(),
            Set.of());
    return new CartRevision(
        sale.terminal().tenantId(),
        attempt.cart(),
        attempt.carried().revision() + 1,
        CartDigest.of(attempt.presented().change().closing(closing).make()));
  }

  private void numbered(Entry entry, TerminalNumbers given) {
    Transaction sale = entry.transaction();
    violations.expect(
        sale.numbers().transactionNo() == given.transactionNo()
            && sale.numbers().receiptCounter().equals(Optional.of(given.receiptCounter()))
            && sale.generatedAt().isEqual(given.at()),
        "a sale has the terminal's numbers",
        given,
        entry);
  }

  private void inBoth(List<ClosingAttempt> attempts, List<Entry> entries) {
    long unanswered =
        entries.stream()
            .map(Entry::site)
            .distinct()
            .filter(
                site ->
                    attempts.stream()
                        .noneMatch(attempt -> attempt.site() == site && attempt.done().isPresent()))
            .count();
    violations.expect(
        unanswered == entries.size() - 1,
        "several logs have a sale only after a commit that was not answered",
        attempts,
        entries);
    violations.expect(
        attempts.get(0).numbers().isEmpty()
            || entries.stream().map(entry -> entry.transaction().numbers()).distinct().count() == 1,
        "a sale has the same numbers in each log",
        entries);
  }

  /** Of the terminals that number their sales. */
  private void numbers() {
    Map<String, String> taken = new TreeMap<>();
    for (Site site : sites) {
      for (Logged entry : site.database().log()) {
        Transaction sale = entry.transaction;
        if (sale.numbers().receiptCounter().isPresent()) {
          String number =
              sale.terminal().terminalId()
                  + "/"
                  + sale.session().businessCounter()
                  + "/"
                  + sale.numbers().transactionNo();
          String other = taken.putIfAbsent(number, sale.claim());
          violations.expect(
              other == null || other.equals(sale.claim()),
              "a number of a session is one sale's, in all logs",
              number,
              sale);
        }
      }
    }
  }
}
