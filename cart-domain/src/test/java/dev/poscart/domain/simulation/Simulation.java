package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Identifiers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One run: shops sell while faults happen, then without faults until everything has settled; then
 * the check.
 */
final class Simulation {

  private static final long MAX_DAY = 120 * MINUTE;
  private static final long MAX_EVENING = 40 * MINUTE;
  private static final List<String> PEERS = List.of("database", "master", "broker", "promotions");

  private final long seed;
  private final World world;
  private final Database database;
  private final Broker broker;
  private final RequestRouter router;
  private final RequestRecorder recorder;
  private final Shops shops;
  private final List<Instance> instances = new ArrayList<>();
  private final List<Cashier> cashiers = new ArrayList<>();
  private int identifiers;

  private Simulation(long seed, Set<DisabledSafeguard> disabled) {
    this.seed = seed;
    this.world = World.of(seed);
    this.database = new Database(world.time(), disabled);
    this.broker = new Broker(this::hears);
    this.router = new RequestRouter(world, instances);
    Sessions sessions =
        new Sessions(world.chance(), !disabled.contains(DisabledSafeguard.DATES_STAND_STILL));
    this.shops = new Shops(sessions, seed % 2 == 0 ? CashRounding.YEN : CashRounding.NONE);
    this.recorder =
        new RequestRecorder(world, router, sessions, !disabled.contains(DisabledSafeguard.NO_KEYS));
  }

  /**
   * The result of a run.
   *
   * @param violations promises that were found broken
   */
  record Report(
      long seed, List<String> violations, Tally tally, long traceHash, String lastLines) {}

  static Report run(long seed) {
    return run(seed, EnumSet.noneOf(DisabledSafeguard.class));
  }

  static Report run(long seed, Set<DisabledSafeguard> disabled) {
    return new Simulation(seed, disabled).run();
  }

  private Report run() {
    open();
    boolean sold = until(MAX_DAY, () -> cashiers.stream().allMatch(Cashier::isDone));
    world.faults().stop();
    // Pending messages arrive, and every instance is restarted.
    until(2 * MINUTE, () -> false);
    boolean quiet = until(MAX_EVENING, this::isQuiet);
    List<String> violations = new ArrayList<>(InvariantChecker.check(evidence()));
    if (!sold || !quiet) {
      violations.add(sold ? "it does not become quiet" : "the day does not end");
    }
    world.tally().add("steps", world.time().done());
    world.tally().add("virtual seconds", world.time().now() / SECOND);
    new Totals(world.tally(), evidence()).count();
    return new Report(
        seed,
        violations,
        world.tally(),
        world.trace().hash(),
        violations.isEmpty() ? "" : world.trace().lastLines());
  }

  private Evidence evidence() {
    return new Evidence(
        recorder.history(), database, broker.taken(), shops.sessions().dayStartsAt());
  }

  private void open() {
    Identifiers ids = () -> new UUID(seed, ++identifiers).toString();
    for (int i = world.chance().between(1, 3); i > 0; i--) {
      instances.add(new Instance(world, "service-" + i, database, shops, broker, ids));
    }
    instances.forEach(Instance::start);
    Board board = new Board();
    // Few tills with several cashiers each compete for numbers, many tills for sales.
    List<TerminalKey> tills = Shops.TILLS.subList(0, world.chance().between(1, 5));
    for (int i = world.chance().between(3, 7); i > 0; i--) {
      int turns = world.chance().between(20, 70);
      cashiers.add(new Cashier(world, recorder, board, world.chance().of(tills), turns));
    }
    cashiers.forEach(Cashier::start);
    openAnew();
    disturb();
  }

  /** Tills are occasionally closed and reopened, on the same day or the next. */
  private void openAnew() {
    world
        .time()
        .in(
            world.chance().micros(SECOND, MINUTE),
            () -> {
              TerminalKey till = world.chance().of(Shops.TILLS);
              world.trace().add(till.terminalId(), "is opened anew");
              shops.sessions().openAnew(till, world.chance().coin());
              if (!world.faults().isOver()) {
                openAnew();
              }
            });
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
                String peer = world.chance().of(PEERS);
                world.trace().add(peer, "goes away");
                world.faults().outage(peer, true);
                world
                    .time()
                    .in(
                        world.chance().micros(SECOND, 60 * SECOND),
                        () -> world.faults().outage(peer, false));
              }
              disturb();
            });
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

  private boolean isQuiet() {
    return database.carts().stream().noneMatch(cart -> cart.value().isClosing())
        && database.log().stream().allMatch(entry -> entry.delivery().isPublished());
  }

  private interface Condition {
    boolean holds();
  }

  private boolean until(long within, Condition condition) {
    long end = world.time().now() + within;
    long nextLook = 0;
    while (world.time().now() < end) {
      if (world.time().now() >= nextLook) {
        if (condition.holds()) {
          return true;
        }
        nextLook = world.time().now() + 100 * MILLISECOND;
      }
      if (!world.time().next()) {
        return condition.holds();
      }
    }
    return condition.holds();
  }
}
