package dev.poscart.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, which can be killed. */
public final class ServiceProcess {

  /** Little memory and a quick startup, for tests that start it often. */
  public static final List<String> SMALL =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

  private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");
  private static final int LINES_KEPT = 200;

  private final Process process;
  private final CompletableFuture<OptionalInt> port = new CompletableFuture<>();
  private final Deque<String> output = new ArrayDeque<>();
  private final Thread reader;

  private ServiceProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "service-output");
    reader.setDaemon(true);
    reader.start();
    // However the test ends, its service does not outlive it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-service"));
  }

  /** Starts with these options and waits until it listens. */
  public static ServiceProcess start(List<String> options) throws Exception {
    return listening(launch(SMALL, options));
  }

  private static ServiceProcess listening(ServiceProcess service) throws InterruptedException {
    if (!service.isListening()) {
      throw new AssertionError("the service did not start:\n" + service.output());
    }
    return service;
  }

  /**
   * Starts without waiting.
   *
   * @param jvm options of the virtual machine
   * @param options of the service, on a free port
   */
  public static ServiceProcess launch(List<String> jvm, List<String> options) throws IOException {
    List<String> words = new ArrayList<>(List.of("--port", "0"));
    words.addAll(options);
    return launch(Main.class, jvm, words);
  }

  /** Starts another program in the same way; it need not listen. */
  static ServiceProcess launch(Class<?> program, List<String> jvm, List<String> words)
      throws IOException {
    return new ServiceProcess(program(program, jvm, words).start());
  }

  /** Starts without arguments, as the README does; waits until it listens. */
  static ServiceProcess startPlain(Map<String, String> environment) throws Exception {
    ProcessBuilder program = program(Main.class, SMALL, List.of());
    program.environment().putAll(environment);
    return listening(new ServiceProcess(program.start()));
  }

  private static ProcessBuilder program(Class<?> main, List<String> jvm, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName()));
    command.addAll(words);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          port.complete(OptionalInt.of(Integer.parseInt(matcher.group(1))));
        }
      }
    } catch (IOException e) {
      keep(e.toString());
    }
    port.complete(OptionalInt.empty());
  }

  private void keep(String line) {
    synchronized (output) {
      output.add(line);
      if (output.size() > LINES_KEPT) {
        output.remove();
      }
    }
  }

  /** Waits until it listens; false if it ended instead. */
  public boolean isListening() throws InterruptedException {
    return listening().isPresent();
  }

  /** The TCP port that it listens on. */
  public int port() {
    try {
      return listening().orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private OptionalInt listening() throws InterruptedException {
    try {
      return port.get(90, TimeUnit.SECONDS);
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError("the service neither listens nor ends:\n" + output(), e);
    }
  }

  /** The last lines of its output. */
  public String output() {
    synchronized (output) {
      return String.join("\n", output);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Kills it without warning. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end without waiting. */
  void askToEnd() {
    // Process.destroy would close its output as well.
    process.toHandle().destroy();
  }

  /** Kills it without waiting for its end. */
  public void abandon() {
    process.destroyForcibly();
  }

  /** Asks it to end and returns the exit code. */
  public int terminate() throws InterruptedException {
    askToEnd();
    return exitCode();
  }

  /** Waits for its end and returns the exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the service does not end:\n" + output());
    }
    reader.join(TimeUnit.SECONDS.toMillis(60));
    return process.exitValue();
  }
}
