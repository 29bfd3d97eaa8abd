package dev.poscart.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, which can be killed. */
final class ServiceProcess {

  private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");

  private final Process process;
  private final int port;
  private final Queue<String> output;
  private final Thread reader;

  private ServiceProcess(Process process, int port, Queue<String> output, Thread reader) {
    this.process = process;
    this.port = port;
    this.output = output;
    this.reader = reader;
  }

  /** Starts with these options and waits until it listens. */
  static ServiceProcess start(List<String> options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.poscart.app.Main",
                "--port",
                "0"));
    command.addAll(options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Queue<String> output = new ConcurrentLinkedQueue<>();
    Thread reader = new Thread(() -> read(process, port, output), "service-output");
    reader.setDaemon(true);
    reader.start();
    // Whatever becomes of the test, its service does not outlive it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-service"));
    return new ServiceProcess(process, port.get(60, TimeUnit.SECONDS), output, reader);
  }

  private static void read(Process process, CompletableFuture<Integer> port, Queue<String> seen) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        seen.add(line);
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.parseInt(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      seen.add(e.toString());
    }
    port.completeExceptionally(
        new AssertionError("the service did not start:\n" + String.join("\n", seen)));
  }

  int port() {
    return port;
  }

  /** Kills without warning. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** All that it has said so far. */
  String output() {
    return String.join("\n", output);
  }

  /** Asks it to end, and waits for nothing. */
  void askToEnd() {
    // Process.destroy would close its output as well.
    process.toHandle().destroy();
  }

  /** Asks it to end; the exit code. */
  int terminate() throws InterruptedException {
    askToEnd();
    return exitCode();
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the service does not end");
    }
    reader.join(TimeUnit.SECONDS.toMillis(60));
    return process.exitValue();
  }
}
