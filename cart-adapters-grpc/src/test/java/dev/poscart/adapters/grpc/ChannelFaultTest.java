package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Network faults between two machines, as long as {@link LongRun} says. */
@Slow
class ChannelFaultTest extends BehindFaultProxy {

  private static final int CALLERS = 15;

  private void warmUp() {
    Await.until("the first answers", () -> answers() && server.calls() >= 20);
  }

  static List<Duration> outages() {
    return LongRun.WANTED
        ? List.of(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(30))
        : List.of(Duration.ofMillis(500), Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void outages_under15Callers_endOnOneTransport_withFewAttempts(Duration length) throws Exception {
    warmUp();
    int before = server.transportsOpened();
    int rounds = LongRun.WANTED ? 5 : 1;
    List<Long> recoveryMillis = new ArrayList<>();
    try (Callers callers = new Callers(adapter, CALLERS)) {
      callers.nextAnswerNanos();
      for (int round = 0; round < rounds; round++) {
        down();
        Await.throughout(length, "attempts are few", () -> proxy.mostArrivalsInASecond() <= 15);
        proxy.set(FaultProxy.Mode.FORWARD);
        long listening = System.nanoTime();
        recoveryMillis.add((callers.nextAnswerNanos() - listening) / 1_000_000);
      }
    }
    Collections.sort(recoveryMillis);
    LongRun.report(
        "first answer after " + length + " down, ms, median of " + recoveryMillis,
        recoveryMillis.get(rounds / 2));
    LongRun.report("most attempts in a second, " + length, proxy.mostArrivalsInASecond());
    assertThat(proxy.mostArrivalsInASecond()).isLessThanOrEqualTo(15);
    assertThat(server.transportsOpened()).isEqualTo(before + rounds);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void lossWithoutLookUps_causesOneAttempt_andNoMore() throws Exception {
    warmUp();
    // A caller counts as waiting for a moment after its call.
    Await.throughout(Duration.ofSeconds(2), "it is connected", () -> server.transportsOpen() == 1);
    int before = proxy.arrivals();
    down();
    Await.until("the loss is known", () -> log.containing("item master lost").size() == 1);
    Await.throughout(
        LongRun.pick(Duration.ofSeconds(35), Duration.ofSeconds(6)),
        "there is one attempt",
        () -> proxy.arrivals() - before <= 1);
    LongRun.report("attempts after an unnoticed loss, in 35 s", proxy.arrivals() - before);
    assertThat(proxy.arrivals() - before).isEqualTo(1);
    Await.until("it rests", () -> adapter.state().equals(Optional.of(ChannelState.IDLE)));
    assertThat(proxy.arrivals() - before).isEqualTo(1);
    proxy.set(FaultProxy.Mode.FORWARD);
    assertThat(answers()).isTrue();
  }

  @Test
  void attempts_stopASecondAfterTheLastCaller_andResumeWithTheNext() throws Exception {
    warmUp();
    down();
    try (Callers callers = new Callers(adapter, CALLERS)) {
      Await.until("tills fail, and attempts are made", () -> callers.failed() > CALLERS);
    }
    // The demand of the last caller lasts a second; a busy machine may need another one.
    Await.throughout(
        Duration.ofSeconds(2), "attempts are few", () -> proxy.mostArrivalsInASecond() <= 15);
    int attempts = proxy.arrivals();
    Await.throughout(
        LongRun.pick(Duration.ofSeconds(30), Duration.ofSeconds(5)),
        "there is no attempt",
        () -> proxy.arrivals() == attempts);
    LongRun.report("attempts in 30 s after the last caller left", proxy.arrivals() - attempts);
    assertThat(proxy.arrivals()).isEqualTo(attempts);
    assertThat(answers()).isFalse();
    assertThat(proxy.arrivals()).isGreaterThan(attempts);
    proxy.set(FaultProxy.Mode.FORWARD);
    Await.until("the master answers again", this::answers);
    assertThat(proxy.mostArrivalsInASecond()).isLessThanOrEqualTo(15);
  }

  @Test
  void resumedServer_answersAgain_onTheSameChannel() throws Exception {
    warmUp();
    proxy.stop();
    assertThat(Await.portFailure(ask()).category()).isEqualTo(Category.TIMEOUT);
    try (Callers callers = new Callers(adapter, 3)) {
      Await.until("tills fail", () -> callers.failed() >= 3);
      Await.throughout(
          LongRun.pick(Duration.ofSeconds(12), Duration.ofSeconds(1)),
          "the channel stays",
          () -> adapter.channelsCreated() == 1);
      proxy.resume();
      long resumed = System.nanoTime();
      LongRun.report(
          "first answer after a stopped server runs again, ms",
          (callers.nextAnswerNanos() - resumed) / 1_000_000);
    }
    Await.until("one transport is left", () -> server.transportsOpen() == 1);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void goAwayDuringACall_failsNoCall() throws Exception {
    warmUp();
    int before = server.transportsOpened();
    CompletableFuture<StreamObserver<ItemDetailResponse>> waiting = new CompletableFuture<>();
    server.behave((request, caller) -> waiting.complete(caller));
    var inFlight = ask();
    StreamObserver<ItemDetailResponse> caller = Await.result(waiting);
    server.behave(server::lookUp);
    server.replace();
    var next = ask();
    caller.onNext(Samples.onigiri().build());
    caller.onCompleted();
    assertThat(Await.result(inFlight)).containsOnlyKeys(ONIGIRI);
    assertThat(Await.result(next)).containsOnlyKeys(ONIGIRI);
    Await.until("one transport is left", () -> server.transportsOpen() == 1);
    assertThat(server.transportsOpened()).isEqualTo(before + 1);
  }

  @Test
  void connectionBreakingInTheMiddleOfAnAnswer_isAFailure_andTheNextLookUpSucceeds()
      throws Exception {
    warmUp();
    AtomicBoolean first = new AtomicBoolean(true);
    server.behave(
        (request, caller) -> {
          if (first.compareAndSet(true, false)) {
            caller.onNext(Samples.onigiri().build());
            proxy.cut();
          } else {
            server.lookUp(request, caller);
          }
        });
    var broken = ask().toCompletableFuture();
    Await.until("it has ended", broken::isDone);
    Await.until("the master answers again", this::answers);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void idleTime_causesNeitherReconnectNorGoAway() throws Exception {
    warmUp();
    int before = server.transportsOpened();
    Await.throughout(
        LongRun.pick(Duration.ofSeconds(65), Duration.ofSeconds(3)),
        "the connection stays",
        () -> server.transportsOpen() == 1 && server.transportsOpened() == before);
    assertThat(adapter.state()).contains(ChannelState.READY);
    assertThat(answers()).isTrue();
    assertThat(server.transportsOpened()).isEqualTo(before);
    assertThat(server.transportsOpen()).isEqualTo(1);
    assertThat(log.containing("lost")).isEmpty();
  }
}
