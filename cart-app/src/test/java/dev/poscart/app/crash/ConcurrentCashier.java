package dev.poscart.app.crash;

import dev.poscart.app.TestTill.Answer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Another terminal that changes the same cart at the same time. */
final class ConcurrentCashier {

  private static final int TILLS = 2;

  private final FutureTask<Optional<Answer>> doing;

  private ConcurrentCashier(FutureTask<Optional<Answer>> doing) {
    this.doing = doing;
  }

  /** Sends one request without waiting. */
  static ConcurrentCashier asking(TradingDay day, Random random, String path, String body) {
    TerminalConnection connection = day.connection(1 + random.nextInt(TILLS), random);
    ConcurrentCashier colleague =
        new ConcurrentCashier(new FutureTask<>(() -> connection.once("POST", path, body)));
    new Thread(colleague.doing, "colleague").start();
    return colleague;
  }

  /** Whether it is known to have taken effect. */
  boolean isDone() {
    try {
      return doing.get().filter(answer -> answer.status() < 300).isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
