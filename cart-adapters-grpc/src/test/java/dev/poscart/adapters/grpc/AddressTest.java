package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The item master's host name resolves to new or several addresses. */
@Slow
class AddressTest {

  private static final int WARM_UP = 25;

  @TempDir private Path folder;
  private ItemMasterServer first;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeEach
  void open() {
    first = server("127.0.0.1", 0);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private ItemMasterServer server(String host, int port) {
    ItemMasterServer server = ItemMasterServer.startedAt(host, port);
    server.put(Samples.onigiri().build());
    opened.add(0, server);
    return server;
  }

  private AskingProcess asking(int port, String... addresses) throws Exception {
    AskingProcess process = new AskingProcess(folder.resolve("hosts"), port, addresses);
    opened.add(0, process);
    for (int i = 0; i < WARM_UP; i++) {
      process.ask();
    }
    return process;
  }

  @Test
  void masterRestartedElsewhere_isFoundThere() throws Exception {
    AskingProcess process = asking(first.port(), "127.0.0.1");
    ItemMasterServer second = server("127.0.0.2", first.port());
    process.resolveTo("127.0.0.2");
    first.kill();
    LongRun.report("first answer at a new address, ms", process.ask());
    assertThat(second.calls()).isEqualTo(1);
    assertThat(second.transportsOpened()).isEqualTo(1);
    first.start();
  }

  @Test
  void masterThatMoved_isFound_althoughTheOldAddressDropsAllPackets() throws Exception {
    FaultProxy old = new FaultProxy("127.0.0.3", 0, first::port);
    opened.add(0, old);
    int port = Integer.parseInt(old.target().split(":", -1)[1]);
    AskingProcess process = asking(port, "127.0.0.3");
    ItemMasterServer second = server("127.0.0.2", port);
    process.resolveTo("127.0.0.2");
    old.swallow();
    LongRun.report("first answer at a new address, the old one swallows, ms", process.ask());
    assertThat(second.calls()).isEqualTo(1);
  }

  @Test
  void severalAddresses_areUsedEvenly_andADeadOneFailsNoLookUp() throws Exception {
    ItemMasterServer second = server("127.0.0.2", first.port());
    FaultProxy third = new FaultProxy("127.0.0.3", first.port(), first::port);
    opened.add(0, third);
    AskingProcess process = asking(first.port(), "127.0.0.1", "127.0.0.2", "127.0.0.3");
    int firstBefore = first.calls();
    int secondBefore = second.calls();
    for (int i = 0; i < 30; i++) {
      process.ask();
    }
    // The third address leads to the first server.
    assertThat(first.calls() - firstBefore).isEqualTo(20);
    assertThat(second.calls() - secondBefore).isEqualTo(10);
    third.swallow();
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      millis.add(process.ask());
    }
    millis.sort(null);
    LongRun.report("one of three addresses dead, all answers, ms", millis);
    // One look-up finds that the address is dead; later ones are not delayed.
    assertThat(millis.get(50)).isLessThan(millis.get(59));
    assertThat(second.calls() - secondBefore).isBetween(10 + 25, 10 + 35);
  }
}
