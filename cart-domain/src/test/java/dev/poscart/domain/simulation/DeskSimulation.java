package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;

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
 * One run in which the shop's own desk opens and closes the tills while they sell; then the check
 * of what the desk promises. Carts are looked at only as far as they are in the log.
 */
final class DeskSimulation {

  private static final long MAX_DAY = 240 * MINUTE;

  private final long seed;
  private final World world;
  private final Site site;
  private final RequestRecorder recorder;
  private final List<QuickSeller> sellers = new ArrayList<>();
  private final List<DeskKeeper> keepers = new ArrayList<>();
  private final Sessions sessions;
  private int identifiers;

  private DeskSimulation(long seed, Set<DisabledSafeguard> disabled) {
    this.seed = seed;
    this.world = World.of(seed);
    this.sessions = new Sessions(world.chance(), true, true);
    Shops shops = new Shops(sessions, seed % 2 == 0 ? CashRounding.YEN : CashRounding.NONE);
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
    return new DeskSimulation(seed, disabled).run();
  }

  private Report run() {
    open();
    return new SimulatedDay(seed, world, List.of(site))
        .run(
            MAX_DAY,
            () ->
                sellers.stream().allMatch(QuickSeller::isDone)
                    && keepers.stream().allMatch(DeskKeeper::isDone),
            this::check);
  }

  private List<String> check() {
    Violations violations = new Violations();
    Evidence evidence =
        new Evidence(recorder.history(), site.database(), site.published(), sessions.dayStartsAt());
    InvariantChecker.breakdowns(violations, evidence);
    new LogChecks(violations, site.database()).run();
    new EventChecks(violations, evidence).run();
    new DeskChecks(violations, evidence, world.tally()).run();
    new ShiftChecks(violations, site.database(), world.tally()).run();
    new ReportChecks(violations, evidence, world.tally()).run();
    return violations.all();
  }

  private void open() {
    site.start();
    // Several sellers at few tills have bills in flight whenever the desk does something.
    List<TerminalKey> tills = Shops.TILLS.subList(0, world.chance().between(1, 2));
    for (int i = world.chance().between(2, 5); i > 0; i--) {
      int sales = world.chance().between(10, 30);
      sellers.add(new QuickSeller(world, recorder, world.chance().of(tills), sales));
    }
    tills.forEach(
        till -> keepers.add(new DeskKeeper(world, recorder, till, world.chance().between(10, 30))));
    sellers.forEach(QuickSeller::start);
    keepers.forEach(DeskKeeper::start);
  }
}
