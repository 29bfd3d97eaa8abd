package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Leaving connections, and not too often. The channel is a mock: all it has to do is be told. */
class ConnectionLeaverTest {

  private final AtomicLong clock = new AtomicLong(7);
  private final ManagedChannel channel = mock(ManagedChannel.class);
  private final ConnectionLeaver leaver =
      new ConnectionLeaver(channel, Duration.ofSeconds(3), clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void leave_isDoneOnceWithinTheInterval_andSaysWhy() {
    try (LogLines log = LogLines.recording()) {
      leaver.leave("no word");
      pass(Duration.ofMillis(2999));
      leaver.leave("no word");
      verify(channel, times(1)).enterIdle();
      pass(Duration.ofMillis(1));
      leaver.leave("stuck");
      verify(channel, times(2)).enterIdle();
      assertThat(log.all())
          .containsExactly(
              "WARN item master connection left for a new one: no word",
              "WARN item master connection left for a new one: stuck");
    }
  }
}
