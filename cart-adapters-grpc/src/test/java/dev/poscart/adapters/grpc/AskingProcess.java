package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;

import dev.poscart.domain.fixtures.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Set;

/**
 * A process that looks up items at a host name defined in a hosts file, which Java reads only at
 * startup.
 */
final class AskingProcess implements AutoCloseable {

  static final String NAME = "item-master.test";

  /** The main method: looks up an item for each line of its input and prints the outcome. */
  static final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
      // Names are resolved anew each time, by Java and by gRPC.
      Security.setProperty("networkaddress.cache.ttl", "0");
      System.setProperty("networkaddress.cache.ttl", "0");
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              Samples.bare(words[0]).withTuning(ChannelTuning.defaults()), ItemMasterObserver.NONE);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (in.readLine() != null) {
        System.out.println("ANSWER " + answer(adapter));
      }
    }

    private static String answer(ItemMasterAdapter adapter) {
      long start = System.nanoTime();
      return Await.result(
          adapter
              .port()
              .findItems(TERMINAL, Set.of(ONIGIRI))
              .handle(
                  (items, failure) ->
                      failure == null
                          ? String.valueOf((System.nanoTime() - start) / 1_000_000)
                          : failure.toString()));
    }
  }

  private final Path hosts;
  private final Process process;
  private final BufferedReader out;

  /**
   * @param hosts the file to keep addresses in
   * @param port of the item master, at each address
   */
  AskingProcess(Path hosts, int port, String... addresses) throws IOException {
    this.hosts = hosts;
    resolveTo(addresses);
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                NAME + ":" + port)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-asking"));
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Makes the name resolve to these addresses. */
  void resolveTo(String... addresses) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String address : addresses) {
      lines.append(address).append(' ').append(NAME).append('\n');
    }
    Path next = hosts.resolveSibling(hosts.getFileName() + ".next");
    Files.writeString(next, lines);
    Files.move(next, hosts, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Looks an item up.
   *
   * @return the duration of the look-up in milliseconds
   * @throws AssertionError with the output if the look-up failed
   */
  long ask() throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    String line = out.readLine();
    while (line != null && !line.startsWith("ANSWER ")) {
      line = out.readLine();
    }
    String answer = String.valueOf(line).replace("ANSWER ", "");
    if (!answer.matches("[0-9]+")) {
      throw new AssertionError("expected an answer, got " + answer);
    }
    return Long.parseLong(answer);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
