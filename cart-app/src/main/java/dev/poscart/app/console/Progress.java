package dev.poscart.app.console;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How far a long piece of work has come. */
public interface Progress {

  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(long done) {}

        @Override
        public void end() {}
      };

  /** So much is done. */
  void at(long done);

  /** Takes away what is shown, so that a message can follow. */
  void end();

  /**
   * Shows the progress if a person is there to see it.
   *
   * @param terminal whether {@code err} is one
   * @param total how much there is to do, or about so much
   */
  static Progress of(PrintStream err, boolean terminal, String what, long total) {
    LongSupplier nanos = System::nanoTime;
    return terminal ? new ProgressBar(err, what, total, nanos) : NONE;
  }

  /**
   * Shows the progress of work whose size has to be found out, if a person is there to see it. If
   * not, there is no need to ask for the size.
   */
  static CompletionStage<Progress> of(
      PrintStream err,
      boolean terminal,
      String what,
      Supplier<? extends CompletionStage<Long>> total) {
    return terminal
        ? total.get().thenApply(known -> of(err, true, what, known))
        : CompletableFuture.completedFuture(NONE);
  }
}
