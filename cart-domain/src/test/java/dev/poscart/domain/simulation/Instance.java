package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.fixtures.CarryIncidents;
import dev.poscart.domain.fixtures.MapCartCache;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.usecase.change.CartCache;
import dev.poscart.domain.usecase.change.RevisionCheck;
import java.time.Clock;
import java.util.Optional;

/**
 * One of the instances that serve the terminals. It may crash at any moment, losing its work in
 * progress and its memory, and is restarted after a while.
 */
final class Instance {

  private final World world;
  private final String name;
  private final Database database;
  private final Shops shops;
  private final Broker broker;
  private final Identifiers identifiers;
  private final CartSnapshots snapshots;
  private final RevisionCheck.Mode mode;
  private final Clock clock;
  private int lives;
  private Optional<Running> running = Optional.empty();

  Instance(
      World world,
      String name,
      Database database,
      Shops shops,
      Broker broker,
      Identifiers identifiers,
      CartSnapshots snapshots,
      RevisionCheck.Mode mode) {
    this.world = world;
    this.name = name;
    this.database = database;
    this.shops = shops;
    this.broker = broker;
    this.identifiers = identifiers;
    this.snapshots = snapshots;
    this.mode = mode;
    long max = world.chance().percent(20) ? 90 * SECOND : 500 * MILLISECOND;
    this.clock =
        world.time().clock(world.chance().micros(1, max) * (world.chance().coin() ? 1 : -1));
  }

  /** The instance while it runs. */
  record Running(InstanceLifetime lifetime, Service service) {}

  Optional<Running> running() {
    return running;
  }

  void start() {
    lives++;
    InstanceLifetime lifetime = new InstanceLifetime(name + "." + lives);
    world.trace().add(lifetime.toString(), "starts");
    Network network = new Network(world, lifetime, () -> crash(lifetime));
    BackgroundJobs jobs = new BackgroundJobs(world, lifetime);
    CartCache cache = new MapCartCache();
    Service service =
        Service.of(
            new Service.Dependencies(
                new SimulatedCarts(
                    network, database, database.cacheDecides() ? cache : CartCache.NONE),
                cache,
                new RelayNotifyingLog(new SimulatedLog(world, network, database), jobs::wake),
                new SimulatedOutbox(network, database),
                new SimulatedPeers(world, network, shops, broker),
                shops.rules(),
                identifiers,
                shops.sessions().port(),
                clock,
                world.chance(),
                lifetime.toString(),
                snapshots,
                revisions(network),
                desk(network)));
    running = Optional.of(new Running(lifetime, service));
    jobs.start(service);
  }

  private Optional<Desk.Data> desk(Network network) {
    SimulatedDesk stored = new SimulatedDesk(network, database);
    return shops.sessions().desk().map(calendar -> Desk.Data.of(stored, calendar));
  }

  private RevisionCheck revisions(Network network) {
    return new RevisionCheck(
        (revision, now, expiresAt) ->
            network.write(
                "database",
                "revision " + revision.cart() + " " + revision.number(),
                answered -> database.revisions().advance(revision)),
        new CarryIncidents(),
        clock,
        mode);
  }

  void crash() {
    running.ifPresent(now -> crash(now.lifetime()));
  }

  private void crash(InstanceLifetime lifetime) {
    if (lifetime.isOver()) {
      return;
    }
    world.tally().count("crashes");
    world.trace().add(lifetime.toString(), "CRASHES");
    running = Optional.empty();
    lifetime.end();
    world.time().in(world.chance().micros(300 * MILLISECOND, 40 * SECOND), this::start);
  }
}
