package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.usecase.change.RevisionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One site: instances of the service that share a database, and its peer services. */
final class Site {

  private static final List<String> PEERS = List.of("database", "master", "broker", "promotions");

  private final World world;
  private final String name;
  private final Shops shops;
  private final Database database;
  private final Broker broker;
  private final RequestRouter router;
  private final List<Instance> instances = new ArrayList<>();

  /**
   * @param world with the faults of this site
   */
  Site(
      World world,
      String name,
      Shops shops,
      Set<DisabledSafeguard> disabled,
      Identifiers identifiers,
      CartSnapshots snapshots,
      RevisionCheck.Mode mode) {
    this.world = world;
    this.name = name;
    this.shops = shops;
    this.database = new Database(world.time(), disabled);
    this.broker = new Broker(this::hears);
    this.router = new RequestRouter(world, instances);
    for (int i = world.chance().between(1, 3); i > 0; i--) {
      instances.add(
          new Instance(
              world, name + "-" + i, database, shops, broker, identifiers, snapshots, mode));
    }
  }

  void start() {
    instances.forEach(Instance::start);
    disturb();
  }

  Database database() {
    return database;
  }

  RequestRouter router() {
    return router;
  }

  /** The events that the broker has taken, in this order. */
  List<Transaction> published() {
    return broker.taken();
  }

  /** Pending messages still arrive, and every instance is restarted. */
  void stopFaults() {
    world.faults().stop();
  }

  boolean isQuiet() {
    return database.carts().stream().noneMatch(cart -> cart.value().isClosing())
        && database.log().stream().allMatch(entry -> entry.delivery().isPublished());
  }

  /**
   * Occasionally a peer service is unavailable for a while, or an instance crashes while waiting.
   */
  private void disturb() {
    world
        .time()
        .in(
            world.chance().micros(5 * SECOND, 3 * MINUTE),
            () -> {
              if (world.faults().isOver()) {
                return;
              }
              if (world.chance().percent(30)) {
                shops.changeReceiptNumbers(world.chance().between(3, 12));
              }
              if (world.chance().coin()) {
                world.chance().of(instances).crash();
              } else {
                goAway(world.chance().of(PEERS));
              }
              disturb();
            });
  }

  private void goAway(String peer) {
    world.trace().add(name, peer + " goes away");
    world.faults().outage(peer, true);
    world
        .time()
        .in(world.chance().micros(SECOND, 60 * SECOND), () -> world.faults().outage(peer, false));
  }

  /** The peer services acknowledge most events. */
  private void hears(Transaction event) {
    for (EventConsumer peer : EventConsumer.values()) {
      boolean received = world.faults().isOver() || world.chance().percent(85);
      Acknowledgement word =
          new Acknowledgement(
              received ? Acknowledgement.Status.RECEIVED : Acknowledgement.Status.FAILED,
              Optional.empty());
      world
          .time()
          .in(
              world.chance().micros(10 * MILLISECOND, 30 * SECOND),
              () ->
                  router.send(
                      service ->
                          service
                              .acknowledgement()
                              .acknowledge(
                                  event.terminal().tenantId(), event.eventId(), peer, word),
                      outcome -> world.tally().count("acknowledgements")));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
