package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.simulation.SimulatedDay.Report;
import dev.poscart.domain.usecase.change.RevisionCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One run: shops sell while faults happen, then without faults until everything has settled; then
 * the check.
 */
final class Simulation {

  private static final long MAX_DAY = 120 * MINUTE;

  private final long seed;
  private final World world;
  private final Site site;
  private final RequestRecorder recorder;
  private final Shops shops;
  private final List<Cashier> cashiers = new ArrayList<>();
  private int identifiers;

  private Simulation(long seed, Set<DisabledSafeguard> disabled) {
    this.seed = seed;
    this.world = World.of(seed);
    Sessions sessions =
        new Sessions(
            world.chance(), !disabled.contains(DisabledSafeguard.DATES_STAND_STILL), false);
    this.shops = new Shops(sessions, seed % 2 == 0 ? CashRounding.YEN : CashRounding.NONE);
    Identifiers ids = () -> new UUID(seed, ++identifiers).toString();
    this.site =
        new Site(world, "service", shops, disabled, ids, new SharedKeys(), RevisionCheck.Mode.OFF);
    this.recorder =
        new RequestRecorder(
            world, site.router(), sessions, !disabled.contains(DisabledSafeguard.NO_KEYS));
  }

  static Report run(long seed) {
    return run(seed, EnumSet.noneOf(DisabledSafeguard.class));
  }

  static Report run(long seed, Set<DisabledSafeguard> disabled) {
    return new Simulation(seed, disabled).run();
  }

  private Report run() {
    open();
    Report report =
        new SimulatedDay(seed, world, List.of(site))
            .run(
                MAX_DAY,
                () -> cashiers.stream().allMatch(Cashier::isDone),
                () -> InvariantChecker.check(evidence()));
    new Totals(world.tally(), evidence()).count();
    return report;
  }

  private Evidence evidence() {
    return new Evidence(
        recorder.history(), site.database(), site.published(), shops.sessions().dayStartsAt());
  }

  private void open() {
    site.start();
    Board board = new Board();
    // Few tills with several cashiers each compete for numbers, many tills for sales.
    List<TerminalKey> tills = Shops.TILLS.subList(0, world.chance().between(1, 5));
    for (int i = world.chance().between(3, 7); i > 0; i--) {
      int turns = world.chance().between(20, 70);
      cashiers.add(new Cashier(world, recorder, board, world.chance().of(tills), turns));
    }
    cashiers.forEach(Cashier::start);
    openAnew();
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
}
