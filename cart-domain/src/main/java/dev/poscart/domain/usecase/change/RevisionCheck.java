package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CarryIncident.Kind;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartRevision;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.CartRevisions;
import dev.poscart.domain.port.LineForms;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.sale.CartDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Notices when a terminal goes back to an older state of its cart, or goes on from one state in two
 * ways. It knows what its own database has seen: a change at another site does not show here until
 * the cart comes back.
 */
public final class RevisionCheck {

  /** Longer than any cart stays open. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** About half a KB of heap each: at most 3 MB. */
  private static final int MAX_KEPT_LINES = 5_000;

  private final CartRevisions revisions;
  private final CarryAudit audit;
  private final Clock clock;
  private final Mode mode;
  private final LineForms<byte[]> lines = new LineForms<>(CartDigest::line, MAX_KEPT_LINES);

  /** What happens when something is noticed. */
  public enum Mode {
    /** Nothing is compared, and nothing is stored. */
    OFF,
    /** It is recorded, and the change is made. */
    DETECT,
    /** It is recorded, and the change is refused. */
    ENFORCE
  }

  public RevisionCheck(CartRevisions revisions, CarryAudit audit, Clock clock, Mode mode) {
    this.revisions = revisions;
    this.audit = audit;
    this.clock = clock;
    this.mode = mode;
  }

  /** Whether what is noticed is refused. */
  public boolean enforces() {
    return mode == Mode.ENFORCE;
  }

  /**
   * Records the revision that follows from a change.
   *
   * @param presented the cart that came with the request
   * @param changed the cart after the change
   * @return empty if the database knows nothing newer and nothing else; fails if it cannot be asked
   */
  public CompletionStage<Optional<CarryIncident>> find(
      TerminalKey terminal, CarriedCart presented, Cart changed) {
    if (mode == Mode.OFF) {
      return Stages.completed(Optional.empty());
    }
    Instant now = clock.instant();
    CartRevision next =
        new CartRevision(
            terminal.tenantId(),
            changed.id(),
            Math.addExact(presented.revision(), 1),
            CartDigest.of(changed, lines.of(changed)));
    return Stages.attempt(() -> revisions.advance(next, now, now.plus(KEPT)))
        .thenApply(
            known ->
                known.equals(next)
                    ? Optional.empty()
                    : Optional.of(incident(terminal, next, known)));
  }

  private static CarryIncident incident(
      TerminalKey terminal, CartRevision next, CartRevision known) {
    boolean older = known.number() > next.number();
    return new CarryIncident(
        older ? Kind.ROLLED_BACK : Kind.FORKED,
        terminal,
        next.cart(),
        older
            ? "continues revision " + (next.number() - 1) + ", seen is " + known.number()
            : "revision " + next.number() + " differs from the one seen before");
  }

  /**
   * Records what was found.
   *
   * @return whether it could be recorded; fails with {@link Refusal#SNAPSHOT_OUTDATED} if it is to
   *     be refused
   */
  public CompletionStage<Boolean> report(CarryIncident incident) {
    return audit
        .note(incident)
        .thenApply(
            noted -> {
              if (enforces()) {
                throw new Refused(
                    Refusal.SNAPSHOT_OUTDATED,
                    "The snapshot ",
                    incident.reason(),
                    "; go on from the latest one: ",
                    Subject.cart(incident.cart()));
              }
              return noted;
            });
  }
}
