package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.ServiceProcess;
import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full load for a long time, with the launcher's JVM options. The resources of the process must not
 * grow, apart from the data file, which grows with the log. {@code -Dposcart.soak.minutes=15} runs
 * for longer; without it, only the test itself is tried out.
 */
@Slow
class SoakTest {

  private static final List<String> AS_SHIPPED = List.of("-XX:+UseSerialGC", "-Xmx512m");
  private static final int TERMINALS = 16;
  private static final int SECONDS_BETWEEN_SAMPLES = 30;

  /** Tolerance of later figures over earlier ones: caches fill, threads come and go. */
  private static final double GROWTH = 1.25;

  private static final int HEAP_SLACK_KB = 8 * 1_024;
  private static final int THREAD_SLACK = 8;
  private static final int FILE_SLACK = 24;

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Figures figures = new Figures();
  private final Random random = new Random(ReportedRun.seed());

  @Test
  void sustainedLoad_keepsMemoryThreadsFilesAndChannelsFlat() throws Exception {
    long minutes = Long.getLong("poscart.soak.minutes", 0);
    int seconds = minutes == 0 ? 4 : SECONDS_BETWEEN_SAMPLES;
    long samples = minutes == 0 ? 3 : minutes * 60 / SECONDS_BETWEEN_SAMPLES;
    ServiceProcess service = ServiceProcess.launch(AS_SHIPPED, options());
    assertThat(service.isListening()).as(service::output).isTrue();
    try {
      List<Sample> series = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        sell(service.port(), seconds);
        series.add(Sample.of(service.pid()));
        report(minutes, "sample " + (i + 1) + ": " + series.get(i));
      }
      report(minutes, figures.toString());
      assertThat(channelsCreated(service.port())).as("channels").isEqualTo(1);
      assertThat(figures.of("sales")).isPositive();
      if (minutes > 0) {
        flat(series);
      }
      assertThat(service.terminate()).isZero();
    } finally {
      service.abandon();
    }
  }

  /** The brief run only tries out the test; its figures mean nothing. */
  private static void report(long minutes, String line) {
    if (minutes > 0) {
      System.out.println("soak " + line);
    }
  }

  private List<String> options() throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS));
    return List.of(
        "--store-profile", profile.toString(), "--data-dir", folder.resolve("data").toString());
  }

  /** With a new history each time, so that this process does not grow either. */
  private void sell(int port, int seconds) throws Exception {
    TradingDay day = new TradingDay(new History(), figures, attempt -> port, client);
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    try {
      List<Future<Boolean>> tills = new ArrayList<>();
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        tills.add(threads.submit(new CashierWorkload(day, terminalNo, random.nextLong())));
      }
      Await.throughout(
          Duration.ofSeconds(seconds),
          "all tills sell",
          () -> tills.stream().noneMatch(Future::isDone));
      day.end();
      for (Future<Boolean> till : tills) {
        till.get(120, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The last third is compared with the first one after the first sample, the warm-up. */
  private static void flat(List<Sample> series) {
    List<Sample> warm = series.subList(1, series.size());
    int third = warm.size() / 3;
    List<Sample> early = warm.subList(0, third);
    List<Sample> late = warm.subList(warm.size() - third, warm.size());
    stays("heap", early, late, Sample::heapKb, HEAP_SLACK_KB);
    stays("threads", early, late, Sample::threads, THREAD_SLACK);
    stays("files", early, late, Sample::files, FILE_SLACK);
  }

  private static void stays(
      String what,
      List<Sample> early,
      List<Sample> late,
      ToLongFunction<Sample> figure,
      int slack) {
    double before = early.stream().mapToLong(figure).average().orElseThrow();
    double after = late.stream().mapToLong(figure).average().orElseThrow();
    System.out.printf("soak %s: first third %.0f, last third %.0f%n", what, before, after);
    assertThat(after).as(what).isLessThanOrEqualTo(before * GROWTH + slack);
  }

  private int channelsCreated(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
    return TestTill.json(client.send(request, BodyHandlers.ofString()).body())
        .at("/checks/item_master/details/channels_created")
        .intValue();
  }
}
