package dev.poscart.domain.usecase.delivery;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.RecordedTime;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Records the acknowledgements of peer services; idempotent. */
public final class DeliveryAcknowledgement {

  /** Each lost race is a successful write by another peer service or by a publication. */
  private static final int ATTEMPTS = 32;

  private final Outbox outbox;
  private final Clock clock;

  public DeliveryAcknowledgement(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Records a peer service's acknowledgement of an event.
   *
   * @return the status of the delivery; fails with {@link Refusal#EVENT_NOT_FOUND} if the tenant
   *     has no such event
   */
  public CompletionStage<DeliveryStatus> acknowledge(
      String tenantId, String eventId, EventConsumer by, Acknowledgement word) {
    return Stages.attempt(() -> record(tenantId, eventId, by, word, 1));
  }

  private CompletionStage<DeliveryStatus> record(
      String tenantId, String eventId, EventConsumer by, Acknowledgement word, int attempt) {
    return find(tenantId, eventId)
        .thenCompose(
            entry -> {
              var after =
                  isReceivedFloat(entry, eventId, word)
                      ? entry.delivery()
                      : entry.delivery().acknowledged(by, word, RecordedTime.now(clock));
              if (after.equals(entry.delivery())) {
                return CompletableFuture.completedFuture(after.status());
              }
              return outbox
                  .replace(entry, after)
                  .thenCompose(
                      done ->
                          done
                              ? CompletableFuture.completedFuture(after.status())
                              : again(tenantId, eventId, by, word, attempt));
            });
  }

  /** The event, or the opening to which an event belongs that is its float. */
  private CompletionStage<OutboxEntry> find(String tenantId, String eventId) {
    return outbox
        .find(tenantId, eventId)
        .thenCompose(
            found -> found.isPresent() ? Stages.completed(found) : opening(tenantId, eventId))
        .thenApply(
            found ->
                found.orElseThrow(
                    () ->
                        new Refused(
                            Refusal.EVENT_NOT_FOUND, "Event not found: ", Subject.event(eventId))));
  }

  private CompletionStage<Optional<OutboxEntry>> opening(String tenantId, String eventId) {
    return OpeningFloat.partnerOf(eventId)
        .map(id -> outbox.find(tenantId, id))
        .orElseGet(() -> Stages.completed(Optional.empty()))
        .thenApply(found -> found.filter(entry -> OpeningFloat.of(entry.event()).isPresent()));
  }

  /** A service that has the float still owes its word on the opening. */
  private static boolean isReceivedFloat(OutboxEntry entry, String eventId, Acknowledgement word) {
    return !entry.event().eventId().equals(eventId)
        && word.status() == Acknowledgement.Status.RECEIVED;
  }

  private CompletionStage<DeliveryStatus> again(
      String tenantId, String eventId, EventConsumer by, Acknowledgement word, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new Refused(
          Refusal.CONFLICT,
          "The record kept changing; nothing was applied. ",
          Subject.event(eventId));
    }
    return record(tenantId, eventId, by, word, attempt + 1);
  }
}
