package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.simulation.Simulation.Report;
import dev.poscart.domain.usecase.change.RevisionCheck;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One run with two sites that have databases of their own and share their keys, and terminals that
 * carry their carts from one to the other.
 */
final class TravelSimulation {

  private static final long MAX_DAY = 120 * MINUTE;
  private static final long MAX_EVENING = 40 * MINUTE;

  private final long seed;
  private final World world;
  private final List<Site> sites = new ArrayList<>();
  private final List<TravellingTerminal> terminals = new ArrayList<>();
  private final List<ClosingAttempt> history = new ArrayList<>();
  private final boolean enforced;
  private int identifiers;
  private int tags;

  private TravelSimulation(long seed, Set<DisabledSafeguard> disabled) {
    this.seed = seed;
    this.world = World.of(seed);
    Sessions sessions = new Sessions(world.chance(), true, false);
    Shops shops = new Shops(sessions, seed % 2 == 0 ? CashRounding.YEN : CashRounding.NONE);
    Identifiers ids = () -> new UUID(seed, ++identifiers).toString();
    SharedKeys keys = new SharedKeys();
    RevisionCheck.Mode mode = world.chance().of(List.of(RevisionCheck.Mode.values()));
    for (String name : List.of("north", "south")) {
      sites.add(new Site(world.elsewhere(), name, shops, disabled, ids, keys, mode));
    }
    this.enforced = mode == RevisionCheck.Mode.ENFORCE;
    CartInput input = new CartInput(world.chance(), () -> ++tags);
    for (TerminalKey till : Shops.TILLS.subList(0, world.chance().between(1, 5))) {
      terminals.add(new TravellingTerminal(world, sites, sessions, till, input, history, enforced));
    }
  }

  static Report run(long seed) {
    return run(seed, EnumSet.noneOf(DisabledSafeguard.class));
  }

  static Report run(long seed, Set<DisabledSafeguard> disabled) {
    return new TravelSimulation(seed, disabled).run();
  }

  private Report run() {
    sites.forEach(Site::start);
    terminals.forEach(TravellingTerminal::start);
    boolean sold =
        world.time().until(MAX_DAY, () -> terminals.stream().allMatch(TravellingTerminal::isDone));
    sites.forEach(Site::stopFaults);
    world.time().until(2 * MINUTE, () -> false);
    boolean quiet = world.time().until(MAX_EVENING, () -> sites.stream().allMatch(Site::isQuiet));
    List<String> violations =
        new ArrayList<>(new TravelChecks(sites, history, world.tally(), enforced).run());
    if (!sold || !quiet) {
      violations.add(sold ? "it does not become quiet" : "the day does not end");
    }
    count();
    return new Report(
        seed,
        violations,
        world.tally(),
        world.trace().hash(),
        violations.isEmpty() ? "" : world.trace().lastLines());
  }

  private void count() {
    world.tally().add("steps", world.time().done());
    world.tally().add("virtual seconds", world.time().now() / SECOND);
    for (Site site : sites) {
      world.tally().add("events taken", site.published().size());
      site.database()
          .log()
          .forEach(
              entry ->
                  world
                      .tally()
                      .count(
                          entry.transaction.sales().cancelled()
                              ? "logged CANCELLED"
                              : "logged SALE"));
    }
  }
}
