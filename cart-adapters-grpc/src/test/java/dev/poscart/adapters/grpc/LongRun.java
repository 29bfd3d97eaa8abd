package dev.poscart.adapters.grpc;

import java.time.Duration;

/** Whether faults last as long as in reality, by {@code -Dposcart.long=true}, or are shortened. */
final class LongRun {

  static final boolean WANTED = Boolean.getBoolean("poscart.long");

  private LongRun() {}

  static Duration pick(Duration asInLife, Duration shortened) {
    return WANTED ? asInLife : shortened;
  }

  /** Prints a measured figure in the long run. */
  static void report(String what, Object figure) {
    if (WANTED) {
      System.out.println("FIGURE " + what + ": " + figure);
    }
  }
}
