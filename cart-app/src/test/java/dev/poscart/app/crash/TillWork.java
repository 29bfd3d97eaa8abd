package dev.poscart.app.crash;

import java.util.Random;
import java.util.concurrent.Callable;

/**
 * What a terminal does all day: customers, one after the other, and now and then one comes back.
 */
final class TillWork implements Callable<Boolean> {

  private static final int COME_BACK_PERCENT = 20;

  private final Day day;
  private final int terminalNo;
  private final Random random;

  TillWork(Day day, int terminalNo, long seed) {
    this.day = day;
    this.terminalNo = terminalNo;
    this.random = new Random(seed);
  }

  @Override
  public Boolean call() {
    Line line = day.line(terminalNo, random);
    while (!day.isOver()) {
      if (random.nextInt(100) < COME_BACK_PERCENT) {
        new Reversals(day, line, terminalNo, random).reverseOne();
      } else {
        new Customer(day, line, terminalNo, random).serve();
      }
    }
    return true;
  }
}
