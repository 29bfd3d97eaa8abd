package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How much goes wrong in one run, and how a call fares in it. */
final class Weather {

  /** What becomes of a call to a peer service. */
  enum Fate {
    DONE,
    /** Done and answered, but after seconds. */
    SLOW,
    /** Refused at once; not done. */
    UNAVAILABLE,
    /** Done, but the answer is lost. */
    ANSWER_LOST,
    /** Done when the caller has given up. */
    LATE,
    /** Never done and never answered. */
    LOST,
    /** The message comes twice. */
    TWICE
  }

  private final Chance chance;
  private final int troubles;
  private final int crashes;
  private final long shortestWay;
  private final Set<String> down = new TreeSet<>();
  private boolean over;

  Weather(Chance chance) {
    this.chance = chance;
    this.troubles = chance.between(0, 3) == 0 ? 10 : chance.between(100, 1_200);
    this.crashes = chance.between(0, 3) == 0 ? 2 : chance.between(5, 60);
    this.shortestWay = chance.of(List.of(200L, 2 * MILLISECOND, 20 * MILLISECOND));
  }

  /** From now on nothing goes wrong. */
  void clear() {
    over = true;
    down.clear();
  }

  boolean isOver() {
    return over;
  }

  /** A peer service becomes unavailable, or available again. */
  void outage(String peer, boolean begins) {
    if (begins && !over) {
      down.add(peer);
    } else {
      down.remove(peer);
    }
  }

  /** How long a message travels. */
  long way() {
    return chance.micros(shortestWay, 500 * MILLISECOND);
  }

  boolean crashesNow() {
    return !over && chance.inTenThousand(crashes);
  }

  /** Whether a message between terminal and service goes astray. */
  boolean losesMessage() {
    return !over && chance.inTenThousand(troubles / 3);
  }

  Fate fate(String peer, boolean writes) {
    if (over) {
      return Fate.DONE;
    }
    if (down.contains(peer)) {
      return outage(writes);
    }
    if (!chance.inTenThousand(troubles)) {
      return Fate.DONE;
    }
    return switch (chance.between(0, writes ? 6 : 2)) {
      case 0 -> Fate.SLOW;
      case 1 -> Fate.UNAVAILABLE;
      case 2 -> Fate.LOST;
      case 3, 4 -> Fate.ANSWER_LOST;
      case 5 -> Fate.LATE;
      default -> Fate.TWICE;
    };
  }

  private Fate outage(boolean writes) {
    return switch (chance.between(0, writes ? 3 : 2)) {
      case 0, 1 -> Fate.UNAVAILABLE;
      case 2 -> Fate.LOST;
      default -> Fate.LATE;
    };
  }
}
