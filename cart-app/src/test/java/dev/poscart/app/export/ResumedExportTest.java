package dev.poscart.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.app.config.ExportRequest;
import dev.poscart.app.config.ExportRequest.Content;
import dev.poscart.app.config.ExportRequest.Format;
import dev.poscart.app.console.Progress;
import dev.poscart.domain.fixtures.CheckedLog;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a log of seven transactions that are interrupted and go on. */
class ResumedExportTest {

  private static final LogExport.Pace TWO_BY_TWO = new LogExport.Pace(2, 1);

  @TempDir Path folder;

  private final InMemoryTransactionLog log = new InMemoryTransactionLog();
  private final List<String> complaints = new ArrayList<>();
  private final List<Optional<StoredEntry>> asked = new ArrayList<>();
  private Path file;

  @BeforeEach
  void trade() {
    CheckedLog.trade(log, log::inspection);
    file = folder.resolve("log.csv");
  }

  @Test
  void resumedExport_isThatOfOneRun_withoutTheHalfLineOfTheKill() throws IOException {
    interrupt(2);
    assertThat(file).doesNotExist();
    Files.writeString(folder.resolve("log.csv.part"), "5678,9,5,hal", StandardOpenOption.APPEND);
    asked.clear();

    LogExport.Exported exported = run(request(file, Format.CSV, true), 99);

    assertThat(exported).isEqualTo(new LogExport.Exported(7, 0));
    assertThat(file).hasContent(uninterrupted());
    assertThat(asked.get(0)).hasValueSatisfying(last -> assertThat(last.position()).isEqualTo(4));
    assertThat(folder).isDirectoryNotContaining("glob:**log.csv.*");
  }

  @Test
  void exportThatWasInterruptedBeforeItsFirstCheckpoint_beginsAnew() throws IOException {
    interrupt(0);

    run(request(file, Format.CSV, true), 99);

    assertThat(file).hasContent(uninterrupted());
  }

  @Test
  void interruptedExport_isNotOverwritten() {
    interrupt(2);

    assertThatThrownBy(() -> run(request(file, Format.CSV, false), 99))
        .hasMessage(
            "--to: '%s' (expected: no log.csv.part of an interrupted export; add --resume, or delete it)"
                .formatted(file));
  }

  @Test
  void otherExport_isNotMixedWithTheInterruptedOne() throws IOException {
    interrupt(2);
    String before = Files.readString(folder.resolve("log.csv.part"));

    assertThatThrownBy(() -> run(request(file, Format.JSONL, true), 99))
        .hasMessageContaining(
            "--resume: 'A1234 * * * * transactions jsonl' (expected: the options of the interrupted");

    assertThat(folder.resolve("log.csv.part")).hasContent(before);
  }

  @Test
  void damagedEntry_isNamed_andTheOthersAreExported() {
    log.document(entry(3).position()).remove("receipt_no");

    LogExport.Exported exported = run(request(file, Format.TEXT, false), 99);

    assertThat(exported).isEqualTo(new LogExport.Exported(6, 1));
    assertThat(complaints).hasSize(1).first().asString().startsWith("5678/9 no. 3: not exported, ");
  }

  private Transaction entry(int position) {
    return log.findAt(new LogPosition(new TerminalKey("A1234", "5678", 9), position))
        .toCompletableFuture()
        .join()
        .orElseThrow();
  }

  private void interrupt(int pages) {
    assertThatThrownBy(() -> run(request(file, Format.CSV, false), pages))
        .hasMessageContaining("pulled");
  }

  private String uninterrupted() throws IOException {
    Path whole = folder.resolve("whole.csv");
    run(request(whole, Format.CSV, false), 99);
    return Files.readString(whole);
  }

  private static ExportRequest request(Path to, Format format, boolean resume) {
    return new ExportRequest(
        Map.of(),
        "A1234",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Content.TRANSACTIONS,
        format,
        Optional.of(to),
        resume);
  }

  private LogExport.Exported run(ExportRequest request, int pages) {
    try {
      return LogExport.run(
              request,
              TWO_BY_TWO,
              new Unplugged(log.inspection(), pages),
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
              complaints::add,
              Progress.NONE)
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  /** A database whose plug is pulled after some pages. */
  private final class Unplugged implements LogInspection {

    private final LogInspection all;
    private int pagesLeft;

    Unplugged(LogInspection all, int pages) {
      this.all = all;
      this.pagesLeft = pages;
    }

    @Override
    public CompletionStage<List<StoredEntry>> following(
        String tenantId, Optional<StoredEntry> last, int limit) {
      asked.add(last);
      pagesLeft--;
      return pagesLeft < 0
          ? CompletableFuture.failedFuture(
              new PortException("log", PortException.Category.UNAVAILABLE, "plug pulled"))
          : all.following(tenantId, last, limit);
    }

    @Override
    public CompletionStage<Long> count(String tenantId) {
      return all.count(tenantId);
    }

    @Override
    public CompletionStage<List<String>> findStrays(String tenantId) {
      return all.findStrays(tenantId);
    }
  }
}
