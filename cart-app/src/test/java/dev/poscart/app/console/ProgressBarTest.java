package dev.poscart.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a terminal shows of long work. */
class ProgressBarTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void bar_moves_atMostTenTimesASecond_andIsTakenAway() {
    ProgressBar bar = new ProgressBar(out, "export", 2_000, nanos::get);
    bar.at(0);
    nanos.set(50_000_000);
    bar.at(10);
    nanos.set(500_000_000);
    bar.at(1_000);
    nanos.set(510_000_000);
    bar.at(2_000);
    bar.end();

    assertThat(bytes.toString(StandardCharsets.UTF_8).split("\r"))
        .containsExactly(
            "",
            "export [..............................]   0 %, 0 of 2,000",
            "export [###############...............]  50 %, 1,000 of 2,000, 2,000/s",
            "export [##############################] 100 %, 2,000 of 2,000, 3,922/s",
            " ".repeat(70));
  }

  @Test
  void moreThanExpected_isStillAFullBar() {
    new ProgressBar(out, "export", 0, nanos::get).at(7);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("] 100 %, 7 of 0");
  }

  @Test
  void nothing_isShown_ifNoTerminalReadsIt() {
    Progress progress = Progress.of(out, StandardError.isTerminal(Map.of("TERM", "dumb")), "x", 1);
    progress.at(1);
    progress.end();

    assertThat(bytes.size()).isZero();
  }

  @Test
  void sizeOfTheWork_isAskedForOnlyIfItIsShown() {
    AtomicLong asked = new AtomicLong();
    Supplier<CompletableFuture<Long>> size =
        () -> CompletableFuture.completedFuture(7 + asked.getAndIncrement());

    Progress.of(out, false, "verify", size).toCompletableFuture().join().at(7);
    assertThat(asked).hasValue(0);
    assertThat(bytes.size()).isZero();

    Progress.of(out, true, "verify", size).toCompletableFuture().join().at(7);
    assertThat(asked).hasValue(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("] 100 %, 7 of 7");
  }
}
