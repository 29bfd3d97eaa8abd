package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is up, but responds wrongly. */
class FaultyServerTest extends BehindFaultProxy {

  @BeforeEach
  void connect() throws Exception {
    reopen(Duration.ofSeconds(20), Samples.PATIENT);
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
  }

  private void servedAgainOnTheSameConnection() throws Exception {
    server.behave(server::lookUp);
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    assertThat(server.transportsOpened()).isEqualTo(1);
  }

  @Test
  void slowServer_isAwaited() throws Exception {
    server.behave(
        (request, caller) ->
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                .execute(() -> server.lookUp(request, caller)));
    for (int i = 0; i < 5; i++) {
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    }
    servedAgainOnTheSameConnection();
  }

  @Test
  void exhaustedServer_isAFailure_withoutARetry() throws Exception {
    int before = server.calls();
    server.behave(
        (request, caller) -> caller.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException()));
    assertThat(Await.portFailure(ask()).category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(server.calls()).isEqualTo(before + 1);
    servedAgainOnTheSameConnection();
  }

  @Test
  void callClosedWithoutAnAnswer_isAFailure_notAMissingItem() throws Exception {
    server.behave((request, caller) -> caller.onCompleted());
    assertThat(Await.portFailure(ask()).category()).isEqualTo(Category.FAILED);
    servedAgainOnTheSameConnection();
  }

  @Test
  void successWithoutAnAnswer_isAnInvalidResponse_notAMissingItem() throws Exception {
    // Only a stream may succeed without a message; on the wire it looks the same.
    var emptyStream = ItemServiceGrpc.getGetItemDetailMethod().toBuilder();
    Server other =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(
                ServerServiceDefinition.builder(ItemServiceGrpc.SERVICE_NAME)
                    .addMethod(
                        emptyStream.setType(MethodDescriptor.MethodType.SERVER_STREAMING).build(),
                        ServerCalls.asyncServerStreamingCall(
                            (request, caller) -> caller.onCompleted()))
                    .build())
            .build()
            .start();
    ItemMasterAdapter toOther =
        ItemMasterAdapter.open(
            Samples.bare("127.0.0.1:" + other.getPort()), ItemMasterObserver.NONE);
    var lookUp = toOther.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(lookUp))
        .hasMessage("item-master PERMANENT_FAILURE: item 4900000000016: DATA_LOSS");
    Await.result(toOther.end("test over"));
    other.shutdownNow();
  }

  @Test
  void connectionHalfClosedDuringACall_isReplaced_andTheCallRetried() throws Exception {
    server.behave((request, caller) -> {});
    int before = server.calls();
    var waiting = ask();
    Await.until("it is asked", () -> server.calls() == before + 1);
    server.behave(server::lookUp);
    proxy.halfClose();
    assertThat(Await.result(waiting)).containsOnlyKeys(ONIGIRI);
    assertThat(server.calls()).isEqualTo(before + 2);
    assertThat(server.transportsOpened()).isEqualTo(2);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    Await.until("one transport is left", () -> server.transportsOpen() == 1);
  }
}
