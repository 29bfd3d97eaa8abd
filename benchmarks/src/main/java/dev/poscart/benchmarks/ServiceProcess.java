package dev.poscart.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service in its own process, on a free port. */
public final class ServiceProcess implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");
  private static final List<String> MEMORY = List.of("-XX:+UseSerialGC", "-Xmx512m");

  private final Process process;
  private final long startedNanos;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();

  private ServiceProcess(Process process, long startedNanos) {
    this.process = process;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts the packaged service with the launcher's JVM options, its class data if that is
   * prepared, and the arguments {@code words}.
   */
  public static ServiceProcess packaged(Path dataDir, List<String> words) {
    Path classData = BenchmarkPaths.classData();
    List<String> options =
        Files.exists(classData) ? List.of("-XX:SharedArchiveFile=" + classData) : List.of();
    return ofJar(options, BenchmarkPaths.serviceJar(), dataDir, words);
  }

  /** Starts another build of the packaged service in the same way, without class data. */
  public static ServiceProcess ofJar(Path jar, Path dataDir, List<String> words) {
    return ofJar(List.of(), jar, dataDir, words);
  }

  private static ServiceProcess ofJar(
      List<String> options, Path jar, Path dataDir, List<String> words) {
    List<String> program = new ArrayList<>(options);
    program.addAll(List.of("-jar", jar.toString()));
    program.addAll(words);
    return start(program, dataDir);
  }

  /** Starts a class of the benchmarks that runs the service with another item master inside. */
  public static ServiceProcess ofClass(String className, Path dataDir, List<String> words) {
    List<String> program =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), className));
    program.addAll(words);
    return start(program, dataDir);
  }

  private static ServiceProcess start(List<String> program, Path dataDir) {
    List<String> command = new ArrayList<>(List.of(BenchmarkPaths.jdk("java")));
    command.addAll(MEMORY);
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.addAll(program);
    command.addAll(List.of("--port", "0", "--data-dir", dataDir.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("MONGODB_"));
    builder.environment().putAll(Map.of("LOG_LEVEL", "INFO"));
    long startedNanos = System.nanoTime();
    try {
      ServiceProcess service = new ServiceProcess(builder.start(), startedNanos);
      Thread reader = new Thread(service::read, "service-output");
      reader.setDaemon(true);
      reader.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        Matcher matcher = LISTENING.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.parseInt(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      log.add(e.toString());
    }
    port.completeExceptionally(new IllegalStateException("the service did not start: " + log));
  }

  /** Its base URL; waits until it listens. */
  public URI base() {
    return base(Duration.ofMinutes(1));
  }

  /** Its base URL; waits until it listens, for a time at most. */
  public URI base(Duration atMost) {
    return URI.create(
        "http://127.0.0.1:" + port.orTimeout(atMost.toSeconds(), TimeUnit.SECONDS).join());
  }

  /** When the process was started, in {@link System#nanoTime}. */
  public long startedNanos() {
    return startedNanos;
  }

  public long pid() {
    return process.pid();
  }

  /** The number of log lines so far that contain this text. */
  public long logLines(String words) {
    return log.stream().filter(line -> line.contains(words)).count();
  }

  /** Asks it to end, and kills it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
