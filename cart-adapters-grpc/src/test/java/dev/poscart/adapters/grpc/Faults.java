package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All that a server, or the way to it, can do wrong; each lasts until another takes its place. */
final class Faults {

  /** Something goes wrong. */
  interface Fault {
    void strike(ItemMasterServer server, Gate gate) throws Exception;
  }

  static final List<Fault> ALL =
      List.of(
          // The way.
          (server, gate) -> gate.cut(),
          (server, gate) -> gate.halfClose(),
          (server, gate) -> gate.freeze(),
          (server, gate) -> gate.set(Gate.Mode.SWALLOW),
          (server, gate) -> gate.set(Gate.Mode.HANG_UP),
          (server, gate) -> gate.stop(),
          (server, gate) -> gate.resume(),
          // The server as a whole.
          (server, gate) -> killAndStart(server),
          (server, gate) -> server.replace(),
          // Its answers.
          (server, gate) -> server.behave((request, caller) -> {}),
          (server, gate) -> server.behave((request, caller) -> caller.onCompleted()),
          (server, gate) ->
              server.behave(
                  (request, caller) ->
                      caller.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException())),
          (server, gate) ->
              server.behave(
                  (request, caller) -> {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                    server.lookUp(request, caller);
                  }),
          (server, gate) -> answer(server, Samples.tea()),
          (server, gate) -> answer(server, Samples.onigiri().clearItemCode()),
          (server, gate) ->
              answer(server, Samples.onigiri().setItemName("x".repeat(11 * 1024 * 1024))),
          (server, gate) -> server.behave(server::lookUp));

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
