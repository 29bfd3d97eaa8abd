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
 * One run with two sites that have databases of their own and share their keys, and terminals that
 * carry their carts from one to the other.
 */
final class TravelSimulation {

  private static final long MAX_DAY = 120 * MINUTE;

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
    Report report =
        new SimulatedDay(seed, world, sites)
            .run(
                MAX_DAY,
                () -> terminals.stream().allMatch(TravellingTerminal::isDone),
                () -> new TravelChecks(sites, history, world.tally(), enforced).run());
    count();
    return report;
  }

  private void count() {
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
