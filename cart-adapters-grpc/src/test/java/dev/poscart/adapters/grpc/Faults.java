package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Faults of a server, or of the network before it; each lasts until the next one. */
final class Faults {

  /** Stages a fault. */
  interface Fault {
    void strike(ItemMasterServer server, FaultProxy proxy) throws Exception;
  }

  static final List<Fault> ALL =
      List.of(
          // The network.
          (server, proxy) -> proxy.cut(),
          (server, proxy) -> proxy.halfClose(),
          (server, proxy) -> proxy.freeze(),
          (server, proxy) -> proxy.set(FaultProxy.Mode.SWALLOW),
          (server, proxy) -> proxy.set(FaultProxy.Mode.HANG_UP),
          (server, proxy) -> proxy.stop(),
          (server, proxy) -> proxy.resume(),
          // The server as a whole.
          (server, proxy) -> killAndStart(server),
          (server, proxy) -> server.replace(),
          // Its answers.
          (server, proxy) -> server.behave((request, caller) -> {}),
          (server, proxy) -> server.behave((request, caller) -> caller.onCompleted()),
          (server, proxy) ->
              server.behave(
                  (request, caller) ->
                      caller.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException())),
          (server, proxy) ->
              server.behave(
                  (request, caller) ->
                      CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)
                          .execute(() -> server.lookUp(request, caller))),
          (server, proxy) -> answer(server, Samples.tea()),
          (server, proxy) -> answer(server, Samples.onigiri().clearItemCode()),
          (server, proxy) ->
              answer(server, Samples.onigiri().setItemName("x".repeat(11 * 1024 * 1024))),
          (server, proxy) -> server.behave(server::lookUp));

  private Faults() {}

  private static void answer(ItemMasterServer server, ItemDetailResponse.Builder answer) {
    ItemDetailResponse built = answer.build();
    server.behave(
        (request, caller) -> {
          caller.onNext(built);
          caller.onCompleted();
        });
  }

  private static void killAndStart(ItemMasterServer server) {
    server.kill();
    server.start();
  }
}
