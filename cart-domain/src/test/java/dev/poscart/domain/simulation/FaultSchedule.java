package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The frequency of faults in one run, and the fate of each call. */
final class FaultSchedule {

  /** The fate of a call to a peer service. */
  enum Fault {
    NONE,
    /** Carried out and answered, but after seconds. */
    SLOW,
    /** Refused at once; not carried out. */
    UNAVAILABLE,
    /** Carried out, but the answer is lost. */
    ANSWER_LOST,
    /** Carried out after the caller has given up. */
    LATE,
    /** Neither carried out nor answered. */
    LOST,
    /** The message arrives twice. */
    TWICE
  }

  private final Chance chance;
  private final int faultRate;
  private final int crashRate;
  private final long minLatency;
  private final Set<String> down = new TreeSet<>();
  private boolean over;

  FaultSchedule(Chance chance) {
    this.chance = chance;
    this.faultRate = chance.between(0, 3) == 0 ? 10 : chance.between(100, 1_200);
    this.crashRate = chance.between(0, 3) == 0 ? 2 : chance.between(5, 60);
    this.minLatency = chance.of(List.of(200L, 2 * MILLISECOND, 20 * MILLISECOND));
  }

  /** Stops all faults. */
  void stop() {
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

  /** The transit time of a message. */
  long latency() {
    return chance.micros(minLatency, 500 * MILLISECOND);
  }

  boolean crashesNow() {
    return !over && chance.inTenThousand(crashRate);
  }

  /** Whether a message between terminal and service is lost. */
  boolean losesMessage() {
    return !over && chance.inTenThousand(faultRate / 3);
  }

  Fault faultOf(String peer, boolean writes) {
    if (over) {
      return Fault.NONE;
    }
    if (down.contains(peer)) {
      return outage(writes);
    }
    if (!chance.inTenThousand(faultRate)) {
      return Fault.NONE;
    }
    return switch (chance.between(0, writes ? 6 : 2)) {
      case 0 -> Fault.SLOW;
      case 1 -> Fault.UNAVAILABLE;
      case 2 -> Fault.LOST;
      case 3, 4 -> Fault.ANSWER_LOST;
      case 5 -> Fault.LATE;
      default -> Fault.TWICE;
    };
  }

  private Fault outage(boolean writes) {
    return switch (chance.between(0, writes ? 3 : 2)) {
      case 0, 1 -> Fault.UNAVAILABLE;
      case 2 -> Fault.LOST;
      default -> Fault.LATE;
    };
  }
}
