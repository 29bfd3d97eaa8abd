package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RecurringJobTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final Logger logger = (Logger) LoggerFactory.getLogger(RecurringJobTest.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final BlockingQueue<CompletableFuture<Void>> runs = new LinkedBlockingQueue<>();
  private final RecurringJob job = new RecurringJob(logger, "counting stars", this::run);

  private CompletionStage<Void> run() {
    CompletableFuture<Void> run = new CompletableFuture<>();
    runs.add(run);
    return run;
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    var unused = job.stop();
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void start_completesWithTheFirstRun_andOthersFollow() throws Exception {
    CompletableFuture<Void> started = job.start(SHORT).toCompletableFuture();
    CompletableFuture<Void> first = next();
    assertThat(started).isNotDone();

    first.completeExceptionally(new IllegalStateException("staged"));

    assertThat(started).succeedsWithin(Duration.ofSeconds(30));
    next().complete(null);
    next().complete(null);
  }

  @Test
  void wakingDuringARun_triggersExactlyOneMore_howeverOften() throws Exception {
    var unused = job.start(LONG);
    CompletableFuture<Void> first = next();
    job.wake();
    job.wake();
    assertThat(runs).isEmpty();

    first.complete(null);
    next().complete(null);

    assertThat(job.stop()).succeedsWithin(Duration.ofSeconds(30));
    assertThat(runs).isEmpty();
  }

  @Test
  void jobWithoutAnInterval_runsOnceWhenWoken() throws Exception {
    job.wake();
    next().complete(null);

    job.wake();
    next().complete(null);
    assertThat(job.stop()).succeedsWithin(Duration.ofSeconds(30));
    assertThat(runs).isEmpty();
  }

  @Test
  void stop_waitsForTheRunInProgress_andPreventsFurtherRuns() throws Exception {
    var unused = job.start(SHORT);
    CompletableFuture<Void> run = next();
    job.wake();
    CompletableFuture<Void> stopped = job.stop();
    assertThat(stopped).isNotDone();

    run.completeExceptionally(new IllegalStateException("staged"));

    assertThat(stopped).succeedsWithin(Duration.ofSeconds(30));
    job.wake();
    assertThat(job.stop()).isDone();
    assertThat(runs).isEmpty();
    assertThat(log.list).isEmpty();
  }

  @Test
  void seriesOfFailures_isLoggedOnce() throws Exception {
    var unusedStart = job.start(SHORT);
    fail(new IllegalStateException("one"));
    fail(new IllegalStateException("two"));
    next().complete(null);
    fail(new IllegalStateException("three"));
    var unused = next();

    assertThat(told())
        .containsExactly(
            "WARN counting stars failed: java.lang.IllegalStateException: one",
            "WARN counting stars failed: java.lang.IllegalStateException: three");
  }

  @Test
  void failureAnnouncedByItsPort_isNotLogged() throws Exception {
    var unusedStart = job.start(SHORT);
    fail(new PortException("stars", Category.UNAVAILABLE, "not asked", Duration.ofSeconds(5)));
    fail(new IllegalStateException("one"));
    var unused = next();

    assertThat(told())
        .containsExactly("WARN counting stars failed: java.lang.IllegalStateException: one");
  }

  @Test
  void throwingRun_countsAsFailed() {
    RecurringJob broken =
        new RecurringJob(
            logger,
            "counting stars",
            () -> {
              throw new IllegalStateException("thrown");
            });

    assertThat(broken.start(LONG).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
    var unused = broken.stop();
    assertThat(told())
        .containsExactly("WARN counting stars failed: java.lang.IllegalStateException: thrown");
  }

  private CompletableFuture<Void> next() throws InterruptedException {
    return Optional.ofNullable(runs.poll(30, TimeUnit.SECONDS)).orElseThrow();
  }

  private void fail(Throwable failure) throws InterruptedException {
    next().completeExceptionally(failure);
  }

  private List<String> told() {
    return List.copyOf(log.list).stream()
        .map(line -> line.getLevel() + " " + line.getFormattedMessage())
        .toList();
  }
}
