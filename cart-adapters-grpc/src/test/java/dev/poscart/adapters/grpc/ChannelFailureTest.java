package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.port.PortException;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels that cannot be created, and channels that fail to close. */
class ChannelFailureTest {

  private final NettyChannels real = new NettyChannels();
  private ItemMasterServer server;
  private ItemMasterConfig config;
  private LogLines log;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    config = Samples.bare(server.target(), Duration.ofMillis(50));
    log = LogLines.of("dev.poscart.adapters.grpc");
  }

  @AfterEach
  void close() throws Exception {
    log.close();
    server.close();
  }

  @Test
  void creationFailure_isReported_andTheNextCallTriesAgain() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    AtomicInteger reported = new AtomicInteger();
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            config,
            countingFailures(reported),
            (wanted, policy, timer) -> {
              if (broken.get()) {
                throw new IllegalStateException("no trust");
              }
              return real.create(wanted, policy, timer);
            });

    var failed = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(failed))
        .hasMessage("item-master UNAVAILABLE: cannot create a channel to " + server.target())
        .hasRootCauseMessage("no trust");
    assertThat(reported).hasValue(1);
    assertThat(log.containing("WARN cannot create item master channel")).hasSize(1);
    assertThat(adapter.channelsCreated()).isZero();
    assertThat(adapter.state()).isEmpty();

    broken.set(false);
    assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    Await.result(adapter.end("test over"));
  }

  private static ItemMasterObserver countingFailures(AtomicInteger reported) {
    return new ItemMasterObserver() {
      @Override
      public void channelCreationFailed() {
        reported.incrementAndGet();
      }
    };
  }

  @Test
  void close_whenShutdownThrows_succeeds_andALaterLookUpMakesANewChannel() throws Exception {
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            config,
            ItemMasterObserver.NONE,
            (wanted, policy, timer) -> new Stubborn(real.create(wanted, policy, timer), true));
    lookUpCloseLookUp(adapter);
    assertThat(log.containing("WARN cannot close item master channel")).hasSize(1);
    assertThat(log.containing("reason: closing, failed")).hasSize(1);
    Await.until("the first transport is gone", () -> server.transportsOpen() == 1);
    Await.result(adapter.end("test over"));
  }

  @Test
  void close_whenTheChannelNeverTerminates_timesOut() throws Exception {
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            config,
            ItemMasterObserver.NONE,
            (wanted, policy, timer) -> new Stubborn(real.create(wanted, policy, timer), false));
    lookUpCloseLookUp(adapter);
    assertThat(log.containing("reason: closing, gave up with calls in flight")).hasSize(1);
    Await.result(adapter.end("test over"));
  }

  private static void lookUpCloseLookUp(ItemMasterAdapter adapter) throws Exception {
    Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
    Await.result(adapter.close("closing"));
    assertThat(adapter.channelsClosed()).isEqualTo(1);
    assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
    assertThat(adapter.channelsCreated()).isEqualTo(2);
  }

  @Test
  void lookUp_whenNoServerListens_endsWithinItsDeadline() throws Exception {
    server.kill();
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            config.withDeadline(Duration.ofMillis(200)), ItemMasterObserver.NONE);
    var lookUp = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(lookUp).category()).isEqualTo(PortException.Category.TIMEOUT);
    Await.until("the loss is logged", () -> log.containing("WARN item master lost").size() == 1);
    Await.result(adapter.end("test over"));
  }

  /** A real channel that throws on shutdown, or never reports termination. */
  private static final class Stubborn extends ManagedChannel {

    private final ManagedChannel inner;
    private final boolean throwing;

    Stubborn(ManagedChannel inner, boolean throwing) {
      this.inner = inner;
      this.throwing = throwing;
    }

    @Override
    public ManagedChannel shutdown() {
      if (throwing) {
        throw new IllegalStateException("does not want to close");
      }
      inner.shutdown();
      return this;
    }

    @Override
    public ManagedChannel shutdownNow() {
      inner.shutdownNow();
      return this;
    }

    @Override
    public boolean isShutdown() {
      return inner.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      throw new AssertionError("closing must not block");
    }

    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return inner.newCall(method, options);
    }

    @Override
    public String authority() {
      return inner.authority();
    }

    @Override
    public void resetConnectBackoff() {
      inner.resetConnectBackoff();
    }

    @Override
    public void enterIdle() {
      inner.enterIdle();
    }

    @Override
    public ConnectivityState getState(boolean requestConnection) {
      return inner.getState(requestConnection);
    }

    @Override
    public void notifyWhenStateChanged(ConnectivityState source, Runnable callback) {
      inner.notifyWhenStateChanged(source, callback);
    }
  }
}
