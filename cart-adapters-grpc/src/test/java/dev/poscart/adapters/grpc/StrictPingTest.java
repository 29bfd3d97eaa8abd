package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that allows one ping an hour, and none without calls. */
@Slow
class StrictPingTest extends BehindFaultProxy {

  private static final Duration DELAY = LongRun.pick(Duration.ofSeconds(3), Duration.ofMillis(600));
  private static final Duration QUIET = LongRun.pick(Duration.ofSeconds(65), Duration.ofSeconds(2));
  private static final int SLOW_LOOK_UPS = LongRun.WANTED ? 40 : 3;

  @Test
  void noSituation_sendsTooManyPings() throws Exception {
    server.restartWith(
        options ->
            options.permitKeepAliveTime(1, TimeUnit.HOURS).permitKeepAliveWithoutCalls(false));
    reopen(Duration.ofSeconds(5), LivenessPolicy.defaults());
    try (Callers callers = new Callers(adapter, 15)) {
      Await.until("tills were busy", () -> callers.answered() > 1_000);
      assertThat(callers.failed()).isZero();
    }
    answerSlowly();
    proxy.freeze();
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    Await.throughout(QUIET, "nothing is said", () -> !proxy.said("too_many_pings"));
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    assertThat(proxy.said("too_many_pings")).isFalse();
    assertThat(log.containing("lost")).isEmpty();
    // The server would have sent GOAWAY: three pings are enough.
    for (int ping = 0; ping < 3; ping++) {
      proxy.inject(GoodbyeTest.PING);
    }
    Await.until("the server says goodbye", () -> proxy.said("too_many_pings"));
  }

  private void answerSlowly() throws Exception {
    ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor();
    server.behave(
        (request, caller) -> {
          var unused =
              delays.schedule(
                  () -> server.lookUp(request, caller), DELAY.toMillis(), TimeUnit.MILLISECONDS);
        });
    for (int i = 0; i < SLOW_LOOK_UPS; i++) {
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    }
    server.behave(server::lookUp);
    delays.shutdownNow();
  }
}
