package dev.poscart.adapters.mongo;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Moves one of kugelpos's documents forward, or creates it. A document that is further is left
 * alone. One that another process creates at the same time may be behind, so it is moved once more
 * after its creation.
 *
 * @param what names the document in failures
 * @param key matches the document
 * @param behind matches it if it is not further
 * @param forward the update
 * @param created the document without the fields of the key, with an {@code _id} derived from it
 */
record ForwardUpdate(String what, Bson key, Bson behind, Bson forward, Document created) {

  CompletionStage<Boolean> apply(DriverCalls calls, MongoCollection<Document> collection) {
    return move(calls, collection)
        .thenCompose(
            moved ->
                moved
                    ? CompletableFuture.completedStage(true)
                    : create(calls, collection).thenCompose(made -> move(calls, collection)));
  }

  private CompletionStage<Boolean> move(DriverCalls calls, MongoCollection<Document> collection) {
    return calls.one(
        "advance " + what,
        (UpdateResult done) -> done.getMatchedCount() == 1,
        () -> collection.updateOne(behind, forward));
  }

  /** Does nothing if there is a document. */
  private CompletionStage<Boolean> create(DriverCalls calls, MongoCollection<Document> collection) {
    return calls.insert(
        "create " + what,
        () ->
            collection.updateOne(
                key, new Document("$setOnInsert", created), new UpdateOptions().upsert(true)));
  }
}
