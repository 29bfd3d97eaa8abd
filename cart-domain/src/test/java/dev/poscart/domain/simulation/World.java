package dev.poscart.domain.simulation;

/** What everything in one run shares. */
record World(VirtualTime time, Chance chance, Trace trace, FaultSchedule faults, Tally tally) {

  static World of(long seed) {
    VirtualTime time = new VirtualTime();
    Chance chance = new Chance(seed);
    return new World(time, chance, new Trace(time), new FaultSchedule(chance), new Tally());
  }

  /** The same with faults of its own, for a site that fails by itself. */
  World elsewhere() {
    return new World(time, chance, trace, new FaultSchedule(chance), tally);
  }
}
