package dev.poscart.domain.simulation;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.simulation.Operation.AtDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is done at the desk is done once, as it was asked for and as it was answered. */
final class DeskChecks {

  private final Violations violations;
  private final Evidence evidence;
  private final Tally tally;

  DeskChecks(Violations violations, Evidence evidence, Tally tally) {
    this.violations = violations;
    this.evidence = evidence;
    this.tally = tally;
  }

  void run() {
    Map<String, List<Attempt>> requests =
        evidence.history().stream()
            .filter(attempt -> attempt.operation() instanceof AtDesk)
            .collect(Collectors.groupingBy(attempt -> key(attempt)));
    Map<Optional<String>, List<DeskEntry>> made =
        evidence.database().desk().entries().stream()
            .collect(Collectors.groupingBy(DeskEntry::changeId));
    requests.forEach(
        (key, attempts) -> request(attempts, made.getOrDefault(Optional.of(key), List.of())));
    for (DeskEntry entry : evidence.database().desk().entries()) {
      tally.count("desk " + entry.kind());
      violations.expect(
          entry.changeId().map(requests::containsKey).orElse(false),
          "an entry of the desk was asked for",
          entry);
    }
  }

  private static String key(Attempt attempt) {
    return attempt.key().map(ChangeId::value).orElseThrow();
  }

  private void request(List<Attempt> attempts, List<DeskEntry> made) {
    AtDesk asked = (AtDesk) attempts.get(0).operation();
    if (!asked.action().isLogged()) {
      signed(attempts, asked);
      return;
    }
    violations.expect(made.size() <= 1, "a request at the desk is carried out once", attempts);
    violations.expect(
        made.isEmpty() || attempts.stream().anyMatch(Attempt::mayBeDone),
        "what was refused at the desk is not in the log",
        attempts,
        made);
    made.forEach(entry -> made(asked, attempts.get(0), entry));
    for (Attempt attempt : attempts) {
      attempt
          .entry()
          .ifPresent(
              answer ->
                  violations.expect(
                      made.equals(List.of(answer)),
                      "what was acknowledged at the desk is in the log",
                      attempt,
                      made));
    }
  }

  private void made(AtDesk asked, Attempt attempt, DeskEntry entry) {
    Function<DeskEntry, Optional<Money>> amount =
        switch (asked.action()) {
          case OPEN -> opened -> opened.state().openingFloat();
          case CLOSE -> closed -> closed.state().countedCash();
          default -> moved -> moved.cash().map(cash -> cash.amount());
        };
    violations.expect(
        entry.terminal().equals(attempt.terminal())
            && amount.apply(entry).equals(asked.amount())
            && entry.kind() == kind(asked.action()),
        "an entry of the desk says what was asked for",
        attempt,
        entry);
  }

  private static DeskEntry.Kind kind(DeskAction action) {
    return switch (action) {
      case OPEN -> DeskEntry.Kind.OPENED;
      case CLOSE -> DeskEntry.Kind.CLOSED;
      case CASH_IN -> DeskEntry.Kind.CASH_IN;
      case CASH_OUT -> DeskEntry.Kind.CASH_OUT;
      case SIGN_IN, SIGN_OUT -> throw new AssertionError(action + " is not logged");
    };
  }

  /** Only one keeper signs staff in and out at a till, and not while they are. */
  private void signed(List<Attempt> attempts, AtDesk asked) {
    tally.count("desk " + asked.action());
    for (Attempt attempt : attempts) {
      violations.expect(
          !(attempt.outcome() instanceof Outcome.Rejected<?> rejected
              && rejected.refusal() == Refusal.ALREADY_SIGNED_IN),
          "a repeated sign-in is not refused because of the first one",
          attempts);
    }
  }
}
