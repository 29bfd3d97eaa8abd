package dev.poscart.benchmarks.outage;

import java.util.Locale;

/** The direction of bytes on a connection. */
enum Direction {
  TO_THE_SERVER,
  TO_THE_CLIENT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
