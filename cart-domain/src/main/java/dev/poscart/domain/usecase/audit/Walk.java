package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One pass through a tenant's log, till by till, step by step. */
final class Walk {

  private final LogInspection inspection;
  private final ReversalCheck reversals;
  private final int pageSize;
  private final String tenantId;
  private final List<NotedEnd> noted;
  private final Consumer<Finding> findings;
  private final List<TillSummary> tills = new ArrayList<>();
  private Optional<TillCheck> current = Optional.empty();
  private long found;

  Walk(
      LogInspection inspection,
      ReversalCheck reversals,
      int pageSize,
      String tenantId,
      List<NotedEnd> noted,
      Consumer<Finding> findings) {
    this.inspection = inspection;
    this.reversals = reversals;
    this.pageSize = pageSize;
    this.tenantId = tenantId;
    this.noted = List.copyOf(noted);
    this.findings = findings;
  }

  CompletionStage<LogReport> walk() {
    return from(Optional.empty())
        .thenCompose(walked -> inspection.findStrays(tenantId))
        .thenApply(
            strays -> {
              endTill();
              strays.forEach(stray -> tell(new Finding(tenantId, stray)));
              noted.stream().filter(this::isUnmet).forEach(this::tellUnmet);
              return new LogReport(tenantId, tills, found);
            });
  }

  private CompletionStage<Boolean> from(Optional<StoredEntry> last) {
    return inspection
        .following(tenantId, last, pageSize)
        .thenCompose(
            page ->
                page.isEmpty()
                    ? CompletableFuture.completedFuture(true)
                    : Stages.untilFailure(page, entry -> check(entry).thenAccept(checked -> {}))
                        .thenCompose(done -> from(Optional.of(page.get(page.size() - 1)))));
  }

  private CompletionStage<Boolean> check(StoredEntry entry) {
    Till till = new Till(entry.storeCode(), entry.terminalNo());
    if (current.filter(check -> check.till().equals(till)).isEmpty()) {
      endTill();
      List<NotedEnd> ofTill = noted.stream().filter(end -> end.till().equals(till)).toList();
      current = Optional.of(new TillCheck(tenantId, till, ofTill, this::tell));
    }
    return current
        .flatMap(check -> check.next(entry))
        .filter(Transaction.class::isInstance)
        .map(known -> checkContent(till, entry.position(), (Transaction) known))
        .orElseGet(() -> CompletableFuture.completedFuture(true));
  }

  private CompletionStage<Boolean> checkContent(Till till, long position, Transaction transaction) {
    FigureCheck.of(transaction).forEach(problem -> tell(Finding.at(till, position, problem)));
    return reversals
        .of(transaction)
        .exceptionallyCompose(Walk::unreadable)
        .thenApply(
            problems -> {
              problems.forEach(problem -> tell(Finding.at(till, position, problem)));
              return true;
            });
  }

  /**
   * A transaction that a reversal refers to may be damaged itself; an unavailable database ends the
   * pass.
   */
  private static CompletionStage<List<String>> unreadable(Throwable failure) {
    return Stages.cause(failure) instanceof PortException port
            && port.category() == PortException.Category.UNREADABLE
        ? CompletableFuture.completedFuture(
            List.of("cannot read the reversed transaction: " + port.getMessage()))
        : CompletableFuture.failedFuture(failure);
  }

  private void endTill() {
    current.ifPresent(check -> tills.add(check.end()));
    current = Optional.empty();
  }

  private boolean isUnmet(NotedEnd end) {
    return tills.stream().noneMatch(summary -> summary.till().equals(end.till()));
  }

  private void tellUnmet(NotedEnd end) {
    tell(TillCheck.cutOff(end, 0));
  }

  private void tell(Finding finding) {
    found++;
    findings.accept(finding);
  }
}
