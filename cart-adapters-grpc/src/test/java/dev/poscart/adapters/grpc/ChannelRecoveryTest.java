package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed, restarted, frozen and stuck servers, seen from both ends of the wire. */
@Slow
class ChannelRecoveryTest extends BehindFaultProxy {

  private void warmUp() {
    Await.until("the first answer", this::answers);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 4000})
  void outage_endsSoonAfterTheServerListensAgain_onTheSameChannel(int downMillis) throws Exception {
    warmUp();
    int before = server.transportsOpened();
    down();
    Await.throughout(Duration.ofMillis(downMillis), "nothing answers", () -> !answers());
    proxy.set(FaultProxy.Mode.FORWARD);
    Await.until("the master answers again", this::answers);

    assertThat(proxy.mostArrivalsInASecond()).isLessThanOrEqualTo(15);
    assertThat(server.transportsOpened()).isEqualTo(before + 1);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("item master lost")).hasSize(1);
    assertThat(log.containing("item master back")).hasSize(1);
  }

  @Test
  void longOutage_failsLookUpsAtOnce() throws Exception {
    reopen(Duration.ofSeconds(20), Samples.PATIENT);
    warmUp();
    down();
    // One attempt keeps waiting; further ones are made once it is slow.
    var patient = ask();
    Await.until(
        "a look-up is refused at once",
        () -> {
          var next = ask().toCompletableFuture();
          return next.isCompletedExceptionally();
        });
    assertThat(patient.toCompletableFuture()).isNotDone();
    assertThat(Await.portFailure(ask()).category()).isEqualTo(Category.UNAVAILABLE);
    proxy.set(FaultProxy.Mode.FORWARD);
    assertThat(Await.result(patient)).containsOnlyKeys(ONIGIRI);
  }

  @Test
  void outageEndingBetweenLookUps_doesNotAffectTheNextOne() throws Exception {
    warmUp();
    down();
    Await.until("the loss is noticed", () -> !answers() && log.containing(" lost").size() == 1);
    assertThat(adapter.state()).contains(ChannelState.TRANSIENT_FAILURE);
    Await.throughout(
        Duration.ofSeconds(2), "it stays lost", () -> log.containing(" back").isEmpty());
    proxy.set(FaultProxy.Mode.FORWARD);
    assertThat(answers()).isTrue();
  }

  @Test
  void killedServer_backWithinTheDeadline_failsNoCallOf15Callers() throws Exception {
    reopen(Duration.ofSeconds(20), Samples.PATIENT);
    warmUp();
    int before = server.transportsOpened();
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(15);
    List<Future<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      callers.add(threads.submit(() -> askUntil(stop)));
    }
    int calls = server.calls();
    Await.until("all callers are asking", () -> server.calls() > calls + 200);
    server.kill();
    server.start();
    int afterwards = server.calls();
    Await.until("all callers are asking again", () -> server.calls() > afterwards + 200);
    stop.set(true);
    for (Future<Integer> caller : callers) {
      assertThat(caller.get(60, TimeUnit.SECONDS)).isPositive();
    }
    threads.shutdownNow();
    assertThat(server.transportsOpened()).isEqualTo(before + 1);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  /** How many look-ups were answered. */
  private int askUntil(AtomicBoolean stop) throws Exception {
    int answered = 0;
    while (!stop.get()) {
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
      answered++;
    }
    return answered;
  }

  @Test
  void droppedFirstConnection_isReplacedByASecondOne() throws Exception {
    reopen(Duration.ofSeconds(20), connecting(Duration.ofMillis(250), Duration.ofSeconds(1)));
    proxy.set(FaultProxy.Mode.SWALLOW);
    var waiting = ask();
    Await.until("there is a second attempt", () -> proxy.arrivals() >= 2);
    proxy.set(FaultProxy.Mode.FORWARD);
    assertThat(Await.result(waiting)).containsOnlyKeys(ONIGIRI);
    assertThat(server.transportsOpened()).isEqualTo(1);
    // The same after it has been connected once.
    proxy.set(FaultProxy.Mode.SWALLOW);
    proxy.cut();
    int before = proxy.arrivals();
    var next = ask();
    Await.until("there is a second attempt", () -> proxy.arrivals() >= before + 2);
    proxy.set(FaultProxy.Mode.FORWARD);
    assertThat(Await.result(next)).containsOnlyKeys(ONIGIRI);
    assertThat(server.transportsOpened()).isEqualTo(2);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void slowFirstConnection_isAwaited_andRemainsTheOnlyOne() throws Exception {
    reopen(Duration.ofSeconds(20), connecting(Duration.ofMillis(500), Duration.ofSeconds(5)));
    proxy.set(FaultProxy.Mode.HOLD);
    var waiting = ask().toCompletableFuture();
    Await.throughout(
        Duration.ofSeconds(1),
        "the one connection is waited for",
        () -> !waiting.isDone() && proxy.arrivals() <= 1);
    proxy.resume();
    assertThat(Await.result(waiting)).containsOnlyKeys(ONIGIRI);
    assertThat(proxy.arrivals()).isEqualTo(1);
  }

  private static LivenessPolicy connecting(Duration patience, Duration most) {
    return new LivenessPolicy(Duration.ofSeconds(10), patience, most);
  }
}
