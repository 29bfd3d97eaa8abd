package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The delivery records of the database, over the wire. */
record SimulatedOutbox(Network network, Database database) implements Outbox {

  private static final String NAME = "database";

  @Override
  public CompletionStage<List<OutboxEntry>> findDue(
      String tenantId, OffsetDateTime now, int limit) {
    return network.read(
        NAME,
        "findDue",
        answered ->
            candidates(tenantId).stream()
                .filter(entry -> entry.delivery().dueAt().map(at -> !at.isAfter(now)).orElse(false))
                .sorted(Comparator.comparing(entry -> entry.delivery().dueAt().orElseThrow()))
                .limit(limit)
                .map(Logged::entry)
                .toList());
  }

  /** Published events, and the first unpublished one of each terminal. */
  private List<Logged> candidates(String tenantId) {
    List<Logged> all = new ArrayList<>();
    for (List<Logged> till : database.tills().values()) {
      of(tenantId, till).filter(entry -> entry.delivery().isPublished()).forEach(all::add);
      of(tenantId, till)
          .filter(entry -> !entry.delivery().isPublished())
          .min(Comparator.comparing(entry -> entry.transaction.position().position()))
          .ifPresent(all::add);
    }
    return all;
  }

  @Override
  public CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit) {
    return network.read(
        NAME,
        "findParked events",
        answered ->
            of(tenantId, database.log())
                .filter(entry -> entry.delivery().parked() && !entry.delivery().isPublished())
                .limit(limit)
                .map(Logged::entry)
                .toList());
  }

  @Override
  public CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId) {
    return network.read(
        NAME,
        "find event " + eventId,
        answered -> database.event(tenantId, eventId).map(Logged::entry));
  }

  @Override
  public CompletionStage<Boolean> replace(OutboxEntry before, Delivery after) {
    return network.write(
        NAME,
        "replace delivery " + before.event().eventId() + " v" + before.version(),
        answered -> database.replace(before, after));
  }

  @Override
  public CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId) {
    return CompletableFuture.completedFuture(Map.of());
  }

  private static Stream<Logged> of(String tenantId, List<Logged> entries) {
    return entries.stream().filter(entry -> entry.isOf(tenantId));
  }
}
