package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network drops everything sent on the connection without breaking it. */
@Slow
class SilenceTest extends BehindFaultProxy {

  private static final int ROUNDS = LongRun.WANTED ? 20 : 1;

  /** Which direction is dropped. */
  enum Silence {
    BOTH_WAYS,
    TO_THE_SERVER,
    TO_THE_CLIENT;

    void fallsOn(FaultProxy proxy) {
      switch (this) {
        case BOTH_WAYS -> proxy.freeze();
        case TO_THE_SERVER -> proxy.freezeTowardsServer();
        case TO_THE_CLIENT -> proxy.freezeTowardsClient();
      }
    }
  }

  @BeforeEach
  void connect() throws Exception {
    reopen(Duration.ofSeconds(5), LivenessPolicy.defaults());
    // After this many answers the master counts as quick.
    for (int i = 0; i < 25; i++) {
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    }
  }

  static Stream<Duration> idleTimes() {
    return LongRun.WANTED
        ? Stream.of(Duration.ofSeconds(1), Duration.ofSeconds(70), Duration.ofMinutes(10))
        : Stream.of(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @MethodSource("idleTimes")
  void connectionThatFellSilentWhileIdle_costsNoLookUp(Duration idle) throws Exception {
    int rounds = Math.max(1, (int) (Duration.ofSeconds(ROUNDS).toSeconds() / idle.toSeconds()));
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      rest(idle.dividedBy(2));
      proxy.freeze();
      rest(idle.dividedBy(2));
      long asked = System.nanoTime();
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
      millis.add((System.nanoTime() - asked) / 1_000_000);
    }
    report("idle for " + idle, millis);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 100})
  void connectionThatFallsSilentUnderLoad_costsNoLookUp(int count) throws Exception {
    int before = server.transportsOpened();
    List<Long> millis = new ArrayList<>();
    try (Callers callers = new Callers(adapter, count)) {
      callers.nextAnswerNanos();
      for (int round = 0; round < ROUNDS; round++) {
        int answered = callers.answered() + 25 * count;
        Await.until("all are at it", () -> callers.answered() > answered);
        var unused = callers.takeWaitedMillis();
        proxy.freeze();
        int again = callers.answered() + 2 * count;
        Await.until("all are at it again", () -> callers.answered() > again);
        // The look-ups in flight at that moment are the slowest.
        callers.takeWaitedMillis().stream()
            .sorted((one, other) -> Long.compare(other, one))
            .limit(count)
            .forEach(millis::add);
      }
      assertThat(callers.failed()).isZero();
    }
    report(count + " callers", millis);
    LongRun.report("connections, " + ROUNDS + " silences", server.transportsOpened() - before);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void connectionThatIsSilentInOneDirection_costsNoLookUp(Silence silence) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      silence.fallsOn(proxy);
      long asked = System.nanoTime();
      var lookUps = IntStream.range(0, 15).mapToObj(each -> ask()).toList();
      for (var lookUp : lookUps) {
        assertThat(Await.result(lookUp)).containsOnlyKeys(ONIGIRI);
        millis.add((System.nanoTime() - asked) / 1_000_000);
      }
    }
    report(silence + ", 15 look-ups", millis);
  }

  @Test
  void silentConnection_isReplaced_withOneLogLine() throws Exception {
    proxy.freeze();
    var lookUps = IntStream.range(0, 15).mapToObj(each -> ask()).toList();
    for (var lookUp : lookUps) {
      assertThat(Await.result(lookUp)).containsOnlyKeys(ONIGIRI);
    }
    Await.until("it is told", () -> log.containing("item master connection left").size() == 1);
    assertThat(log.containing("WARN item master connection left: no response from /127.0.0.1:"))
        .hasSize(1);
    assertThat(log.containing(", 15 calls waiting, answered on another connection")).hasSize(1);
    assertThat(log.containing("lost")).isEmpty();
  }

  private void rest(Duration time) {
    int attempts = proxy.arrivals();
    Await.throughout(time, "no connection is made", () -> proxy.arrivals() == attempts);
  }

  private static void report(String what, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    int count = sorted.size();
    LongRun.report(
        "look-ups on a silent connection, " + what + ", ms",
        "%d: least %d, median %d, 90 %% %d, greatest %d"
            .formatted(
                count,
                sorted.get(0),
                sorted.get(count / 2),
                sorted.get(count * 9 / 10),
                sorted.get(count - 1)));
  }
}
