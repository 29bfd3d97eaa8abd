package dev.poscart.adapters.grpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An item master that is a process of its own, which can be stopped by a signal and run again. */
final class ItemMasterProcess implements AutoCloseable {

  /** The main method: prints its port, and then its counters for each line of its input. */
  static final class Main {

    private Main() {}

    public static void main(String[] words) throws IOException {
      try (ItemMasterServer server = ItemMasterServer.started();
          BufferedReader in =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        server.put(Samples.onigiri().build());
        System.out.println(server.port());
        while (in.readLine() != null) {
          System.out.println(server.transportsOpened() + " " + server.transportsOpen());
        }
      }
    }
  }

  private final Process process;
  private final BufferedReader out;
  private final int port;

  ItemMasterProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-master"));
    out = process.inputReader(StandardCharsets.UTF_8);
    port = Integer.parseInt(out.readLine());
  }

  String target() {
    return "127.0.0.1:" + port;
  }

  /** Stops the process by a signal: connections stay open, and the kernel accepts new ones. */
  void stop() throws Exception {
    signal("STOP");
  }

  void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start();
    if (!kill.waitFor(30, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IllegalStateException("no signal " + name);
    }
  }

  /** The number of transports opened, as counted by the process. */
  int transportsOpened() {
    return count(0);
  }

  /** The number of open transports. */
  int transportsOpen() {
    return count(1);
  }

  private synchronized int count(int place) {
    try {
      process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
      return Integer.parseInt(out.readLine().split(" ", -1)[place]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
