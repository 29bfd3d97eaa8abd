package dev.poscart.domain.usecase.delivery;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.EventPublisher;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.RecordedTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;

/**
 * Publishes events that are due, at least once. Each event is leased before it is published, by
 * replacing its record, so that only one of several processes publishes it. A crash leaves a lease
 * that expires, and the event is published again with the same id.
 */
public final class EventDelivery {

  private static final int MAX_OF_ERROR = 500;

  /**
   * More than the number of peer services, whose acknowledgements can change the record in between.
   */
  private static final int MARKS = 8;

  private final Outbox outbox;
  private final EventPublisher publisher;
  private final DeliveryRules rules;
  private final String owner;
  private final Clock clock;
  private final IntSupplier jitter;

  /**
   * @param owner identifies this process among those that share the outbox
   * @param jitter supplies random numbers from 0 to 999
   */
  public EventDelivery(
      Outbox outbox,
      EventPublisher publisher,
      DeliveryRules rules,
      String owner,
      Clock clock,
      IntSupplier jitter) {
    this.outbox = outbox;
    this.publisher = publisher;
    this.rules = rules;
    this.owner = owner;
    this.clock = clock;
    this.jitter = jitter;
  }

  /**
   * Publishes one batch of a tenant's due events.
   *
   * @return the number of published events; fails, after the whole batch, if the outbox could not
   *     be read or written. A failed publication is recorded and does not fail the stage
   */
  public CompletionStage<Integer> run(String tenantId) {
    return Stages.attempt(() -> outbox.findDue(tenantId, now(), rules.batch()))
        .thenCompose(this::deliverAll);
  }

  /**
   * Retries events that were parked before they were ever published, at most one batch.
   *
   * @return the number of these events
   */
  public CompletionStage<Integer> revive(String tenantId) {
    return Stages.attempt(() -> outbox.findParked(tenantId, rules.batch()))
        .thenCompose(
            parked ->
                sum(
                    parked.stream()
                        .map(each -> outbox.replace(each, each.delivery().revived(now())))
                        .toList()));
  }

  private CompletionStage<Integer> deliverAll(List<OutboxEntry> due) {
    return sum(due.stream().map(entry -> Stages.attempt(() -> deliver(entry))).toList());
  }

  private CompletionStage<Boolean> deliver(OutboxEntry due) {
    Delivery before = due.delivery();
    if (before.isPublished() && before.publications() > rules.maxRepublications()) {
      Delivery parked = before.parked("not acknowledged by all in time");
      return outbox.replace(due, parked).thenApply(done -> false);
    }
    Delivery leased = before.leased(owner, now().plus(rules.lease()));
    return outbox
        .replace(due, leased)
        .thenCompose(
            ours ->
                ours
                    ? publish(new OutboxEntry(due.event(), leased, due.version() + 1))
                    : CompletableFuture.completedFuture(false));
  }

  private CompletionStage<Boolean> publish(OutboxEntry ours) {
    return Stages.attempt(() -> publishWithFloat(ours.event()))
        .handle((done, failure) -> Optional.ofNullable(failure))
        .thenCompose(
            failure ->
                failure
                    .map(why -> outbox.replace(ours, failed(ours.delivery(), why)))
                    .map(written -> written.thenApply(done -> false))
                    .orElseGet(() -> markPublished(ours, 1)));
  }

  /** The float comes first, as kugelpos's terminal service has it. */
  private CompletionStage<Void> publishWithFloat(LogEntry event) {
    return OpeningFloat.of(event)
        .map(publisher::publish)
        .orElseGet(() -> CompletableFuture.completedFuture(null))
        .thenCompose(done -> publisher.publish(event));
  }

  private CompletionStage<Boolean> markPublished(OutboxEntry ours, int attempt) {
    return outbox
        .replace(ours, published(ours.delivery()))
        .thenCompose(
            done ->
                done || attempt == MARKS
                    ? CompletableFuture.completedFuture(true)
                    : markAgain(ours, attempt));
  }

  /**
   * A fast peer service may already have acknowledged the event, which changes the record but keeps
   * the lease. If another process has the lease, this one has expired, and the record must not be
   * changed.
   */
  private CompletionStage<Boolean> markAgain(OutboxEntry ours, int attempt) {
    return outbox
        .find(ours.event().terminal().tenantId(), ours.event().eventId())
        .thenCompose(
            found ->
                found
                    .filter(now -> now.delivery().leaseOwner().equals(Optional.of(owner)))
                    .map(now -> markPublished(now, attempt + 1))
                    .orElseGet(() -> CompletableFuture.completedFuture(true)));
  }

  private Delivery published(Delivery leased) {
    OffsetDateTime at = now();
    Optional<OffsetDateTime> again =
        rules.maxRepublications() == 0
            ? Optional.empty()
            : Optional.of(at.plus(rules.patience(leased.publications() + 1)));
    return leased.published(at, again);
  }

  private Delivery failed(Delivery leased, Throwable failure) {
    int failures = leased.failures() + 1;
    String error = errorOf(failure);
    return failures >= rules.maxFailures()
        ? leased.failedAndParked(error)
        : leased.failed(error, now().plus(rules.delay(failures, jitter)));
  }

  private static String errorOf(Throwable failure) {
    String text = String.valueOf(Stages.cause(failure).getMessage());
    return text.substring(0, Math.min(text.length(), MAX_OF_ERROR));
  }

  /** Waits for all stages, even if some fail. */
  private static CompletionStage<Integer> sum(List<CompletionStage<Boolean>> stages) {
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    stages.forEach(stage -> all.add(stage.toCompletableFuture()));
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> (int) all.stream().filter(each -> each.getNow(false)).count());
  }

  private OffsetDateTime now() {
    return RecordedTime.now(clock);
  }
}
