package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.port.Identifiers;
import java.time.Clock;
import java.util.Optional;

/**
 * One of the instances that serve the terminals. It dies at any moment, and with it all that it had
 * in hand and in mind, and is started again after a while.
 */
final class Instance {

  private final World world;
  private final String name;
  private final Database database;
  private final Shops shops;
  private final Broker broker;
  private final Identifiers identifiers;
  private final Clock clock;
  private int lives;
  private Optional<Running> running = Optional.empty();

  Instance(
      World world,
      String name,
      Database database,
      Shops shops,
      Broker broker,
      Identifiers identifiers) {
    this.world = world;
    this.name = name;
    this.database = database;
    this.shops = shops;
    this.broker = broker;
    this.identifiers = identifiers;
    long max = world.chance().percent(20) ? 90 * SECOND : 500 * MILLISECOND;
    this.clock =
        world.time().clock(world.chance().micros(1, max) * (world.chance().coin() ? 1 : -1));
  }

  /** The instance while it lives. */
  record Running(Life life, Service service) {}

  Optional<Running> running() {
    return running;
  }

  void start() {
    lives++;
    Life life = new Life(name + "." + lives);
    world.trace().add(life.toString(), "starts");
    Wire wire = new Wire(world, life, () -> crash(life));
    Jobs jobs = new Jobs(world, life);
    Service service =
        Service.of(
            new Service.Parts(
                new SimulatedCarts(wire, database),
                new RelayNotifyingLog(new SimulatedLog(world, wire, database), jobs::wake),
                new SimulatedOutbox(wire, database),
                new SimulatedPeers(world, wire, shops, broker),
                shops.rules(),
                identifiers,
                shops.sessions().port(),
                clock,
                world.chance(),
                life.toString()));
    running = Optional.of(new Running(life, service));
    jobs.start(service);
  }

  void crash() {
    running.ifPresent(now -> crash(now.life()));
  }

  private void crash(Life life) {
    if (life.isOver()) {
      return;
    }
    world.tally().count("crashes");
    world.trace().add(life.toString(), "CRASHES");
    running = Optional.empty();
    life.end();
    world.time().in(world.chance().micros(300 * MILLISECOND, 40 * SECOND), this::start);
  }
}
