package dev.poscart.app.export;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ExportRequest;
import dev.poscart.app.console.Progress;
import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.StoredEntry;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Reads the log page by page and writes what was asked for, so that its size does not matter.
 * Entries that are appended meanwhile may or may not be included.
 */
public final class LogExport {

  private final ExportRequest request;
  private final Pace pace;
  private final EntryForm form;
  private final ExportTarget target;
  private final Consumer<String> complaints;
  private final Progress progress;
  private ExportState state = ExportState.BEGINNING;
  private int pages;

  private LogExport(
      ExportRequest request,
      Pace pace,
      ExportTarget target,
      Consumer<String> complaints,
      Progress progress) {
    this.pace = pace;
    this.request = request;
    this.form = EntryForm.of(request.content(), request.format());
    this.target = target;
    this.complaints = complaints;
    this.progress = progress;
  }

  /**
   * Exports the log.
   *
   * @param out for an export without a file
   * @param complaints receives a message for each damaged entry
   * @return what was exported; fails if the log cannot be read or the target cannot be written
   * @throws ConfigurationException if the target is not possible
   */
  public static CompletionStage<Exported> run(
      ExportRequest request,
      LogInspection log,
      PrintStream out,
      Consumer<String> complaints,
      Progress progress) {
    return run(request, Pace.USUAL, log, out, complaints, progress);
  }

  static CompletionStage<Exported> run(
      ExportRequest request,
      Pace pace,
      LogInspection log,
      PrintStream out,
      Consumer<String> complaints,
      Progress progress) {
    ExportTarget target = target(request, out);
    LogExport export = new LogExport(request, pace, target, complaints, progress);
    CompletableFuture<Exported> done = new CompletableFuture<>();
    export.attempt(done, export::begin);
    if (!done.isDone()) {
      export.next(log, done);
    }
    return done.whenComplete(
        (exported, failure) -> {
          progress.end();
          closeQuietly(target);
        });
  }

  private static ExportTarget target(ExportRequest request, PrintStream out) {
    if (request.to().isEmpty()) {
      return new ExportStream(out);
    }
    try {
      return ExportFile.open(request.to().get(), request.fingerprint(), request.resume());
    } catch (IOException e) {
      throw unwritable(request, e);
    }
  }

  private static ConfigurationException unwritable(ExportRequest request, Exception cause) {
    return ConfigurationException.wrongValue(
        "--to",
        request.to().map(Object::toString).orElse("standard output"),
        "a file that can be written",
        cause);
  }

  private void begin() throws IOException {
    state = target.begin();
    if (state.last().isEmpty()) {
      target.write(form.head());
    }
  }

  /** Each page comes from a thread of the database, so that this is no recursion. */
  private void next(LogInspection log, CompletableFuture<Exported> done) {
    log.following(request.tenantId(), state.last(), pace.pageSize())
        .whenComplete(
            (page, failure) -> {
              if (failure != null) {
                done.completeExceptionally(failure);
              } else if (page.isEmpty()) {
                attempt(done, target::finish);
                done.complete(new Exported(state.written(), state.damaged()));
              } else {
                attempt(done, () -> write(page));
                if (!done.isDone()) {
                  next(log, done);
                }
              }
            });
  }

  private void write(List<StoredEntry> page) throws IOException {
    StringBuilder text = new StringBuilder();
    for (StoredEntry stored : page) {
      Optional<LogEntry> entry = read(stored);
      String written = entry.filter(request::includes).map(form::of).orElse("");
      text.append(written);
      state =
          state.after(
              stored, !written.isEmpty(), entry.isEmpty() || !stored.contradictions().isEmpty());
    }
    target.write(text.toString());
    progress.at(state.read());
    pages++;
    if (pages % pace.pagesPerCheckpoint() == 0) {
      target.checkpoint(state);
    }
  }

  private Optional<LogEntry> read(StoredEntry stored) {
    String place = stored.storeCode() + "/" + stored.terminalNo() + " no. " + stored.position();
    if (!stored.contradictions().isEmpty()) {
      complaints.accept(place + ": " + stored.contradictions().get(0));
    }
    try {
      return Optional.of(LogEntryDocument.read(stored.document()));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      complaints.accept(place + ": not exported, " + e.getMessage());
      return Optional.empty();
    }
  }

  private void attempt(CompletableFuture<Exported> done, Step step) {
    try {
      step.run();
    } catch (IOException e) {
      done.completeExceptionally(unwritable(request, e));
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  private static void closeQuietly(ExportTarget target) {
    try {
      target.close();
    } catch (IOException e) {
      // What was written has been forced to disk; there is nothing left to lose.
    }
  }

  /**
   * How much is done at a time.
   *
   * @param pagesPerCheckpoint each checkpoint waits for the disk; after a kill, at most so many
   *     pages are exported again
   */
  record Pace(int pageSize, int pagesPerCheckpoint) {

    static final Pace USUAL = new Pace(500, 20);
  }

  /** A piece of the work. */
  private interface Step {
    void run() throws IOException;
  }

  /**
   * What was exported.
   *
   * @param entries number of entries in the file
   * @param damaged number of entries read that were damaged, exported or not
   */
  public record Exported(long entries, long damaged) {}
}
