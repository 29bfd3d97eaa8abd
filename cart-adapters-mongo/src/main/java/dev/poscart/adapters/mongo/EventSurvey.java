package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.adapters.mongo.MigrationFindings.UndeliveredEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Finds the events of all tenants that kugelpos has not delivered. */
record EventSurvey(MongoDatabase commons, DriverCalls calls, MigrationFindings findings) {

  CompletionStage<Void> read() {
    MongoCollection<Document> events = commons.getCollection(KugelposDeliveries.COLLECTION);
    ReadAttempts attempts = new ReadAttempts(events.getNamespace(), findings);
    return calls.each(
        "read events",
        document -> attempts.read(document, this::event),
        () ->
            events
                .find(KugelposDeliveries.UNDELIVERED)
                .projection(exclude("payload"))
                .sort(ascending("tenant_id", "store_code", "terminal_no", "transaction_no")));
  }

  private void event(KugelposFields event) {
    event.text("event_id");
    Map<String, String> services = new LinkedHashMap<>();
    for (KugelposFields service : event.list("services")) {
      services.put(service.text("service_name"), service.text("status"));
    }
    findings.undelivered(
        new UndeliveredEvent(
            event.terminal(event.text("tenant_id")),
            event.whole("transaction_no"),
            event.text("status"),
            services));
  }
}
