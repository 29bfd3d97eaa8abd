package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Counts the documents of a tenant by the server's metadata, without reading them. */
record CollectionSurvey(
    String tenantId, TenantDatabase tenant, DriverCalls calls, MigrationFindings findings) {

  CompletionStage<Void> read() {
    Map<String, Long> counts = new TreeMap<>();
    return calls
        .all("list collections", CollectionSurvey::nameOf, tenant.database()::listCollections)
        .thenCompose(names -> Stages.untilFailure(ofData(names), name -> count(name, counts)))
        .thenAccept(done -> findings.tenant(tenantId, tenant.database().getName(), counts));
  }

  /** Empty for a view, which has no documents of its own. */
  private static String nameOf(Document collection) {
    return "view".equals(collection.get("type")) ? "" : collection.getString("name");
  }

  private static List<String> ofData(List<String> names) {
    return names.stream()
        .filter(name -> !name.isEmpty() && !name.startsWith("system."))
        .sorted()
        .toList();
  }

  private CompletionStage<Void> count(String name, Map<String, Long> counts) {
    return calls
        .one(
            "count " + name,
            (Long count) -> count,
            () -> tenant.database().getCollection(name).estimatedDocumentCount())
        .thenAccept(count -> counts.put(name, count));
  }
}
