package dev.poscart.app.crash;

import dev.poscart.app.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The service under attack, across all its processes. */
final class Service {

  private static final Duration MAX_WAY_UP = Duration.ofMinutes(2);

  /** The exit code of a refused start. */
  private static final int REFUSED = 2;

  private final Supplier<List<String>> options;
  private final Figures figures;
  private volatile Optional<ServiceProcess> process = Optional.empty();

  /**
   * Creates the service without starting it.
   *
   * @param options supplies the options of each start
   */
  Service(Supplier<List<String>> options, Figures figures) {
    this.options = options;
    this.figures = figures;
  }

  /** The port it listens on, or did before it was killed. */
  int port() {
    return process.map(ServiceProcess::port).orElse(1);
  }

  long pid() {
    return process.orElseThrow().pid();
  }

  /** Starts it, repeatedly while starts are refused. */
  void start() throws Exception {
    long end = System.nanoTime() + MAX_WAY_UP.toNanos();
    while (!startOnce()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no start succeeded for " + MAX_WAY_UP);
      }
    }
  }

  private boolean startOnce() throws Exception {
    ServiceProcess next = ServiceProcess.launch(ServiceProcess.SMALL, options.get());
    figures.count("starts");
    if (next.isListening()) {
      process = Optional.of(next);
      return true;
    }
    checkRefused(next);
    return false;
  }

  /** Starts it in a situation in which the start must be refused. */
  void startRefused() throws Exception {
    ServiceProcess next = ServiceProcess.launch(ServiceProcess.SMALL, options.get());
    if (next.isListening()) {
      next.kill();
      throw new AssertionError("a start succeeded that had to be refused:\n" + next.output());
    }
    checkRefused(next);
  }

  private void checkRefused(ServiceProcess refused) throws InterruptedException {
    figures.count("starts refused");
    if (refused.exitCode() != REFUSED || !refused.output().contains("poscart: ")) {
      throw new AssertionError("a start failed without a sentence:\n" + refused.output());
    }
  }

  void kill() throws InterruptedException {
    figures.count("kills");
    process.orElseThrow().kill();
  }

  /** Shuts it down. */
  void terminate() throws InterruptedException {
    figures.count("orderly ends");
    ServiceProcess ending = process.orElseThrow();
    int code = ending.terminate();
    if (code != 0) {
      throw new AssertionError("SIGTERM: exit code " + code + ":\n" + ending.output());
    }
  }

  /** Sends a signal, such as STOP. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    if (kill.waitFor() != 0) {
      throw new AssertionError("kill -" + name + " failed");
    }
  }

  /** Its latest output, for diagnosis. */
  String output() {
    return process.map(ServiceProcess::output).orElse("");
  }

  /** Kills all processes. */
  void abandon() {
    process.ifPresent(ServiceProcess::abandon);
  }
}
