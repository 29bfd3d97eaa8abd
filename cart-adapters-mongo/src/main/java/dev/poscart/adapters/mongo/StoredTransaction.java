package dev.poscart.adapters.mongo;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** A log entry as stored: the transaction's document and the fields that the store adds. */
final class StoredTransaction {

  private static final String NUMBER = "transaction_no";
  private static final String RECEIPT = "receipt_no";
  private static final String COUNTER = "receipt_counter";

  /** The fields that {@link #end} reads. */
  static final List<String> OF_END =
      List.of(NUMBER, RECEIPT, COUNTER, Chain.FIELD, StoredPlace.FIELD);

  private static final Set<String> ADDED =
      Set.of(
          "_id",
          StoredDelivery.FIELD,
          StoredPlace.FIELD,
          StoredCount.FIELD,
          TransactionQueries.REVERSES,
          KugelposRecords.DUE);

  private StoredTransaction() {}

  /** A new entry, in a form that kugelpos can read. */
  static Document of(Transaction transaction) {
    Document entry = BsonDocuments.toKugelposBson(TransactionDocument.write(transaction));
    entry.putAll(
        KugelposForm.storage(KugelposForm.shardKey(transaction), transaction.generatedAt()));
    entry.put("_id", transaction.claim());
    entry.put(StoredDelivery.FIELD, StoredDelivery.first(transaction));
    StoredPlace.of(transaction).ifPresent(place -> entry.put(StoredPlace.FIELD, place));
    StoredCount.of(transaction).ifPresent(count -> entry.put(StoredCount.FIELD, count));
    ReversalClaim.of(transaction)
        .ifPresent(
            claim -> entry.put(TransactionQueries.REVERSES, ReversalClaim.history(claim.sale())));
    return entry;
  }

  static Transaction read(Document stored) {
    return TransactionDocument.read(plain(stored));
  }

  /** The transaction's document, without the fields that the store adds. */
  static Map<String, Object> plain(Document stored) {
    return KugelposEntry.isOne(stored)
        ? KugelposEntry.plain(stored)
        : BsonDocuments.toPlain(withoutAdded(stored));
  }

  static Document withoutAdded(Document stored) {
    Document own = new Document(stored);
    ADDED.forEach(own::remove);
    // Kugelpos's fields for its own storage, which the transaction has without values.
    own.replaceAll((key, value) -> KugelposForm.STORAGE.contains(key) ? null : value);
    return own;
  }

  /** What the next entry needs to know of the last one. */
  static LogEnd end(Document stored) {
    return new LogEnd(
        StoredPlace.position(stored).intValue(),
        new IssuedNumbers(
            stored.get(NUMBER, Number.class).intValue(),
            stored.get(RECEIPT, Number.class).intValue(),
            Optional.ofNullable(stored.get(COUNTER, Number.class)).map(Number::intValue)),
        Optional.ofNullable(stored.get(Chain.FIELD, Document.class))
            .map(link -> link.getString("hash")));
  }
}
