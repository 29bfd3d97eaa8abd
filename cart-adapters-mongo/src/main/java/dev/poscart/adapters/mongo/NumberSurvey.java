package dev.poscart.adapters.mongo;

import com.mongodb.MongoNamespace;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.MigrationFindings.LastNumbers;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.bson.Document;

/**
 * Reads a tenant's log, marks and counters: whether each document can be read, and which numbers
 * each terminal has given. The log is read in the order in which it is stored, which needs no
 * index.
 */
final class NumberSurvey {

  private final String tenantId;
  private final TenantDatabase tenant;
  private final DriverCalls calls;
  private final MigrationFindings findings;
  private final NavigableMap<TerminalKey, NumberTally> tallies =
      new TreeMap<>(
          Comparator.comparing(TerminalKey::storeCode).thenComparing(TerminalKey::terminalNo));

  NumberSurvey(
      String tenantId, TenantDatabase tenant, DriverCalls calls, MigrationFindings findings) {
    this.tenantId = tenantId;
    this.tenant = tenant;
    this.calls = calls;
    this.findings = findings;
  }

  CompletionStage<Void> read() {
    return Stages.untilFailure(
            List.<Reading>of(
                new Reading(tenant.kugelposCounters(), this::counter),
                new Reading(tenant.kugelposMarks(), this::mark),
                new Reading(tenant.log(), this::entry)),
            this::each)
        .thenAccept(
            done ->
                tallies.forEach((terminal, tally) -> findings.terminal(tally.numbers(terminal))));
  }

  /** A collection and what its documents are read for. */
  private record Reading(
      MongoCollection<Document> collection, BiConsumer<Document, KugelposFields> use) {}

  private CompletionStage<Void> each(Reading reading) {
    MongoNamespace name = reading.collection().getNamespace();
    ReadAttempts attempts = new ReadAttempts(name, findings);
    return calls.each(
        "read " + name.getCollectionName(),
        document -> attempts.read(document, fields -> reading.use().accept(document, fields)),
        reading.collection()::find);
  }

  private void counter(Document document, KugelposFields counter) {
    TerminalKey terminal =
        TerminalKey.parse(counter.text(KugelposCounters.TERMINAL))
            .filter(key -> key.tenantId().equals(tenantId))
            .orElseThrow(
                () -> counter.wrong(KugelposCounters.TERMINAL, "a terminal of " + tenantId));
    tally(terminal).count(KugelposCounters.last(counter));
  }

  private void mark(Document document, KugelposFields mark) {
    mark.terminal(tenantId);
    mark.whole("transaction_no");
    mark.truth("is_voided");
    mark.truth("is_refunded");
  }

  /** The numbers of an entry count even if the rest of it cannot be read. */
  private void entry(Document document, KugelposFields entry) {
    NumberTally tally = tally(entry.terminal(tenantId));
    tally.add(
        entry.wholeOrZero("business_counter"),
        new LastNumbers(entry.whole("transaction_no"), entry.whole("receipt_no")));
    if (document.containsKey(KugelposRecords.DUE)) {
      tally.addUnrecorded(entry.whole("transaction_no"));
    }
    StoredTransaction.read(document);
  }

  private NumberTally tally(TerminalKey terminal) {
    return tallies.computeIfAbsent(terminal, key -> new NumberTally());
  }
}
