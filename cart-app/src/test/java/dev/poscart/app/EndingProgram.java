package dev.poscart.app;

import java.time.Duration;

/** A program that ends at once and waits a second for shutdown hooks. */
public final class EndingProgram {

  private EndingProgram() {}

  /** Ends with the exit code given. */
  public static void main(String[] words) {
    new ProcessEnd(Duration.ofSeconds(1)).exit(Integer.parseInt(words[0]));
  }
}
