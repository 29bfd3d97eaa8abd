package dev.poscart.app;

import dev.poscart.app.config.ExitCode;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.StoreSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The {@code restore --check} command: tells whether a backup can be restored.
 *
 * @param terminal whether {@code err} is one, on which the progress is shown
 */
record RestoreCheck(PrintStream out, PrintStream err, boolean terminal) {

  /**
   * Checks the file, then the log of each tenant in it.
   *
   * @return the exit code; fails with {@link PortException} if the file cannot be read
   * @throws PortException if the file is not a backup of the embedded database
   */
  CompletionStage<Integer> run(Path backup) {
    OperatorOutput messages = new OperatorOutput(out);
    if (terminal) {
      err.println("reading all pages of " + backup);
    }
    Optional<String> damage = Databases.damage(backup);
    if (damage.isPresent()) {
      messages.line(backup + ": damaged: " + damage.get());
      return CompletableFuture.completedFuture(ExitCode.FAULTY.code());
    }
    messages.line(backup + ": all pages and indexes are intact");
    return Databases.isUpToDate(backup) ? verify(backup) : verifyUpgraded(backup, messages);
  }

  private CompletionStage<Integer> verify(Path backup) {
    return Databases.lookAt(backup, this::verify);
  }

  private CompletionStage<Integer> verify(StoreSet source, List<String> tenants) {
    if (tenants.isEmpty()) {
      new OperatorOutput(out).line("no transactions");
    }
    LogCheck check = new LogCheck(out, err, terminal);
    CompletionStage<Integer> worst = CompletableFuture.completedFuture(ExitCode.DONE.code());
    for (String tenantId : tenants) {
      worst =
          worst.thenCompose(
              code ->
                  check.verify(source, tenantId, List.of()).thenApply(own -> Math.max(code, own)));
    }
    return worst;
  }

  private CompletionStage<Integer> verifyUpgraded(Path backup, OperatorOutput messages) {
    messages.line(backup + ": of an earlier version; checking an upgraded copy");
    Path folder = temporary();
    Path copy = folder.resolve("poscart.db");
    return CompletableFuture.completedFuture(copy)
        .thenCompose(target -> Databases.upgradedCopy(backup, target))
        .thenCompose(upgraded -> verify(copy))
        .whenComplete((code, failure) -> remove(folder));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("poscart-restore");
    } catch (IOException e) {
      throw new PortException(
          "restore",
          PortException.Category.UNAVAILABLE,
          "cannot write to the folder for temporary files: " + e.getMessage());
    }
  }

  /** What cannot be removed is left to the system, as all temporary files are. */
  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The result of the check is not affected.
    }
  }
}
