package dev.poscart.benchmarks.outage;

import java.util.Locale;

/** Which way the bytes of a connection go. */
enum Direction {
  TO_THE_SERVER,
  TO_THE_CLIENT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
