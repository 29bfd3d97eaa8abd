package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.StatusOr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item master with two addresses, one of which fails and recovers. */
@Slow
class SeveralAddressesTest {

  private final NameResolverProvider loopbackPorts = new LoopbackPorts();
  private ItemMasterServer one;
  private ItemMasterServer other;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() {
    NameResolverRegistry.getDefaultRegistry().register(loopbackPorts);
    one = ItemMasterServer.started();
    other = ItemMasterServer.started();
    one.put(Samples.onigiri().build());
    other.put(Samples.onigiri().build());
    adapter =
        ItemMasterAdapter.open(
            Samples.bare("loopback-ports:///" + one.port() + "," + other.port()),
            ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    one.close();
    other.close();
    NameResolverRegistry.getDefaultRegistry().deregister(loopbackPorts);
  }

  private boolean answers() {
    return Await.result(
        adapter
            .port()
            .findItems(TERMINAL, Set.of(ONIGIRI))
            .handle((items, failure) -> failure == null && items.containsKey(ONIGIRI)));
  }

  private boolean answeredBy(ItemMasterServer server) {
    int before = server.calls();
    assertThat(answers()).isTrue();
    return server.calls() > before;
  }

  @Test
  void lookUps_alternate_overOneConnectionPerAddress() throws Exception {
    Await.until("both answer", () -> answeredBy(one) && answeredBy(other));
    for (int i = 0; i < 20; i++) {
      assertThat(answers()).isTrue();
    }
    assertThat(one.calls()).isGreaterThanOrEqualTo(10);
    assertThat(other.calls()).isGreaterThanOrEqualTo(10);
    assertThat(one.transportsOpened()).isEqualTo(1);
    assertThat(other.transportsOpened()).isEqualTo(1);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void failingAddress_failsNoLookUp_andIsUsedAgainLater() throws Exception {
    Await.until("both answer", () -> answeredBy(one) && answeredBy(other));
    other.kill();
    for (int i = 0; i < 20; i++) {
      assertThat(answeredBy(one)).isTrue();
    }
    assertThat(adapter.state()).contains(ChannelState.READY);
    other.start();
    Await.until("the other answers again", () -> answeredBy(other));
    assertThat(one.transportsOpened()).isEqualTo(1);
    assertThat(other.transportsOpened()).isEqualTo(2);
  }

  @Test
  void twoFailingAddresses_areRetriedTogether_andUsedAgain() throws Exception {
    Await.until("both answer", () -> answeredBy(one) && answeredBy(other));
    one.kill();
    other.kill();
    Await.until("look-ups fail", () -> !answers());
    one.start();
    other.start();
    Await.until("one answers again", this::answers);
    Await.until("both answer again", () -> answeredBy(one) && answeredBy(other));
    assertThat(one.transportsOpened()).isEqualTo(2);
    assertThat(other.transportsOpened()).isEqualTo(2);
  }

  /** Resolves {@code loopback-ports:///1,2} to these ports of this machine. */
  private static final class LoopbackPorts extends NameResolverProvider {

    @Override
    protected boolean isAvailable() {
      return true;
    }

    @Override
    protected int priority() {
      return 5;
    }

    @Override
    public String getDefaultScheme() {
      return "loopback-ports";
    }

    @Override
    public NameResolver newNameResolver(URI target, NameResolver.Args args) {
      List<EquivalentAddressGroup> addresses =
          Arrays.stream(target.getPath().substring(1).split(","))
              .map(port -> new InetSocketAddress(loopback(), Integer.parseInt(port)))
              .map(EquivalentAddressGroup::new)
              .toList();
      return new NameResolver() {
        @Override
        public String getServiceAuthority() {
          return "item-masters";
        }

        @Override
        public void start(Listener2 listener) {
          listener.onResult2(
              ResolutionResult.newBuilder()
                  .setAddressesOrError(StatusOr.fromValue(addresses))
                  .build());
        }

        @Override
        public void shutdown() {}
      };
    }

    private static InetAddress loopback() {
      return InetAddress.getLoopbackAddress();
    }
  }
}
