package dev.poscart.app.crash;

import java.util.Random;
import java.util.concurrent.Callable;

/** A terminal's day: one customer after the other, some of whom return goods. */
final class CashierWorkload implements Callable<Boolean> {

  private static final int COME_BACK_PERCENT = 20;

  private final TradingDay day;
  private final int terminalNo;
  private final Random random;

  CashierWorkload(TradingDay day, int terminalNo, long seed) {
    this.day = day;
    this.terminalNo = terminalNo;
    this.random = new Random(seed);
  }

  @Override
  public Boolean call() {
    TerminalConnection connection = day.connection(terminalNo, random);
    while (!day.isOver()) {
      if (random.nextInt(100) < COME_BACK_PERCENT) {
        new ReversalWorkload(day, connection, terminalNo, random).reverseOne();
      } else {
        new Customer(day, connection, terminalNo, random).serve();
      }
    }
    return true;
  }
}
