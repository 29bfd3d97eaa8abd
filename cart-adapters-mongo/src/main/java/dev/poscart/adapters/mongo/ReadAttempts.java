package dev.poscart.adapters.mongo;

import com.mongodb.MongoNamespace;
import dev.poscart.adapters.mongo.MigrationFindings.UnreadableDocument;
import dev.poscart.domain.port.PortException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/** Tries to read the documents of a collection and reports those that cannot be read. */
record ReadAttempts(MongoNamespace collection, MigrationFindings findings) {

  /**
   * Tries one document.
   *
   * @param reading throws whatever is wrong with it
   */
  void read(Document document, Consumer<KugelposFields> reading) {
    try {
      reading.accept(new KugelposFields(document));
    } catch (RuntimeException e) {
      findings.unreadable(
          new UnreadableDocument(
              collection.getFullName(), String.valueOf(document.get("_id")), reason(e)));
    }
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof PortException failed
        ? failed.detail()
        : Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }
}
