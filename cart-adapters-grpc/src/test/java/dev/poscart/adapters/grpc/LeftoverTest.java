package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An adapter that has ended releases everything. */
class LeftoverTest {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final int LIVES = 10;

  @Test
  void endedAdapters_leaveNoFileHandlesTransportsOrThreads() throws Exception {
    assumeTrue(Files.isDirectory(OPEN_FILES), "only Linux shows its open files");
    try (ItemMasterServer server = ItemMasterServer.started()) {
      server.put(Samples.onigiri().build());
      // The first adapter loads what remains: classes, event loops.
      live(server);
      Await.until("the first has gone", () -> server.transportsOpen() == 0);
      long before = openFiles();
      long timersBefore = timers();
      for (int i = 0; i < LIVES; i++) {
        live(server);
      }
      Await.until("all have gone", () -> server.transportsOpen() == 0);
      assertThat(server.transportsOpened()).isEqualTo(LIVES + 1);
      Await.until("no file handle is left", () -> openFiles() <= before);
      Await.until("no thread is left", () -> timers() <= timersBefore);
    }
  }

  private static void live(ItemMasterServer server) throws Exception {
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            Samples.bare(server.target(), Duration.ofMillis(200)), ItemMasterObserver.NONE);
    Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
    Await.result(adapter.end("life over"));
    assertThat(adapter.channelsClosed()).isEqualTo(adapter.channelsCreated());
  }

  private static long openFiles() {
    try (Stream<Path> files = Files.list(OPEN_FILES)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("item-master-timer"))
        .count();
  }
}
