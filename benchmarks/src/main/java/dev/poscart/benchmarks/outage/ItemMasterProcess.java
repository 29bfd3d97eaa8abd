package dev.poscart.benchmarks.outage;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The counting item master in its own process, which a signal can freeze. */
final class ItemMasterProcess implements AutoCloseable {

  /**
   * The counters of the item master.
   *
   * @param transports connections that have started HTTP/2
   * @param lookUps calls
   */
  record Counts(long transports, long lookUps) {}

  /**
   * The main method: prints its port. Each line of its input is then a delay in milliseconds for
   * further answers, or empty; it prints its two counters in response.
   */
  static final class Main {

    private Main() {}

    public static void main(String[] words) throws IOException {
      try (CountingItemMaster master = new CountingItemMaster();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        System.out.println(master.port());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (!line.isEmpty()) {
            master.answerAfter(Duration.ofMillis(Long.parseLong(line)));
          }
          System.out.println(master.transports() + " " + master.lookups());
        }
      }
    }
  }

  private final Process process;
  private final BufferedReader out;
  private final int port;

  ItemMasterProcess() {
    try {
      process =
          new ProcessBuilder(
                  BenchmarkPaths.jdk("java"),
                  "-XX:+UseSerialGC",
                  "-Xmx128m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      out = process.inputReader(StandardCharsets.UTF_8);
      port = Integer.parseInt(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  Counts counts() {
    return tell("");
  }

  void answerAfter(Duration delay) {
    tell(String.valueOf(delay.toMillis()));
  }

  private synchronized Counts tell(String line) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
      String[] counts = out.readLine().split(" ", -1);
      return new Counts(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connections stay open, the system accepts new ones, and nothing is answered. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("signal " + name + ": exit " + exit + " (expected: 0)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
