package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** An adapter that ends leaves no gRPC thread and no orphaned channel. */
class LeftoverThreadsTest {

  private static final String ORPHANS = "io.grpc.internal.ManagedChannelOrphanWrapper";

  @Test
  void endedAdapters_leaveNoGrpcThreads_andNoOrphanedChannel() throws Exception {
    List<String> complaints = new CopyOnWriteArrayList<>();
    Logger orphans = Logger.getLogger(ORPHANS);
    Handler listener = listening(complaints);
    orphans.addHandler(listener);
    // Threads of earlier tests in this process may end at any time.
    Set<Thread> earlier = Thread.getAllStackTraces().keySet();
    // The server runs in its own process, so that all gRPC threads of this one belong to the
    // adapter.
    try (ItemMasterProcess master = new ItemMasterProcess()) {
      for (int i = 0; i < 3; i++) {
        live(master);
        System.gc();
      }
      // gRPC logs an error when it creates the next channel if an orphaned one was collected.
      live(master);
      assertThat(complaints).isEmpty();
      Await.until("no thread of the adapters is left", () -> threadsBut(earlier).isEmpty());
      Await.until("no transport is left", () -> master.transportsOpen() == 0);
      assertThat(master.transportsOpened()).isEqualTo(4);
    } finally {
      orphans.removeHandler(listener);
    }
  }

  private static void live(ItemMasterProcess master) throws Exception {
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            Samples.bare(master.target(), Duration.ofMillis(200))
                // A cold process on a busy machine may take its time.
                .withDeadline(Duration.ofSeconds(30)),
            ItemMasterObserver.NONE);
    Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
    Await.result(adapter.end("life over"));
  }

  private static List<String> threadsBut(Set<Thread> earlier) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !earlier.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("grpc-") || name.equals("item-master-timer"))
        .toList();
  }

  private static Handler listening(List<String> complaints) {
    return new Handler() {
      @Override
      public void publish(LogRecord complaint) {
        complaints.add(complaint.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
