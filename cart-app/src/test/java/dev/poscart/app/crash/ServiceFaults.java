package dev.poscart.app.crash;

import dev.poscart.adapters.grpc.FaultProxy;
import java.time.Duration;
import java.util.List;

/** Faults that are independent of the database. */
final class ServiceFaults {

  private static final Duration MAX_DURATION = Duration.ofSeconds(4);

  private ServiceFaults() {}

  static List<Fault> ofProcesses() {
    return List.of(
        new Fault(
            "crashes",
            4,
            (service, random) -> {
              service.kill();
              service.start();
            }),
        new Fault(
            "restarts",
            2,
            (service, random) -> {
              service.terminate();
              service.start();
            }),
        Fault.lasting(
            "stopped processes",
            2,
            MAX_DURATION,
            service -> service.signal("STOP"),
            service -> service.signal("CONT")));
  }

  static List<Fault> ofPeerServices(FaultProxy itemGate, EventSink sink) {
    return List.of(
        Fault.lasting(
            "item master cuts",
            2,
            MAX_DURATION,
            service -> {
              itemGate.set(FaultProxy.Mode.HANG_UP);
              itemGate.cut();
            },
            service -> itemGate.set(FaultProxy.Mode.FORWARD)),
        Fault.lasting(
            "item master silences",
            2,
            MAX_DURATION,
            service -> itemGate.freeze(),
            service -> itemGate.thaw()),
        Fault.lasting(
            "peer service outages",
            1,
            MAX_DURATION,
            service -> sink.setFailing(true),
            service -> sink.setFailing(false)));
  }
}
