package dev.poscart.adapters.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the indexes of a tenant's database. The unique indexes are required. The others only
 * speed up queries, so sales do not depend on them: servers differ in the kinds of index they
 * support, and building one on a large collection takes time. They are created afterwards, one
 * tenant at a time, so that the first request of a new tenant waits for one command.
 */
final class TenantIndexes {

  private static final Logger LOG = LoggerFactory.getLogger(TenantIndexes.class);

  /** The keys by which earlier versions kept numbers unique. */
  private static final Set<String> REPLACED = Set.of("number", "unpublished");

  private final DriverCalls calls;
  private final Set<String> reportedMissing = ConcurrentHashMap.newKeySet();
  private CompletionStage<Void> helping = CompletableFuture.completedStage(null);

  TenantIndexes(DriverCalls calls) {
    this.calls = calls;
  }

  /**
   * Creates missing indexes.
   *
   * @param interrupted called later if the server could not be reached for the indexes that are not
   *     required
   * @return completes with the required indexes
   */
  CompletionStage<TenantDatabase> create(TenantDatabase database, Runnable interrupted) {
    return require(database.log(), IndexDefinitions.required())
        .thenCompose(made -> dropReplaced(database.log()))
        .thenApply(
            made -> {
              helpLater(database, interrupted);
              return database;
            });
  }

  private synchronized void helpLater(TenantDatabase database, Runnable interrupted) {
    helping =
        helping
            .thenCompose(before -> help(database))
            .exceptionally(
                failure -> {
                  interrupted.run();
                  return null;
                });
  }

  /** Completes when no index is being created; never fails. */
  synchronized CompletionStage<Void> settled() {
    return helping;
  }

  private CompletionStage<Void> help(TenantDatabase database) {
    return help(database.log(), IndexDefinitions.logIndexes())
        .thenCompose(
            made ->
                help(database.log(), List.of(IndexDefinitions.deskDay(), StoredCount.inOrder())))
        .thenCompose(made -> help(database.carts(), IndexDefinitions.cartIndexes()))
        .thenCompose(made -> help(database.idempotencyRecords(), IndexDefinitions.answerIndexes()))
        .thenCompose(made -> help(database.revisions(), IndexDefinitions.revisionIndexes()))
        .thenCompose(made -> help(database.incidents(), IndexDefinitions.incidentIndexes()));
  }

  /** With one command, for which the server reads a collection once. */
  private CompletionStage<Void> require(
      MongoCollection<Document> collection, List<IndexModel> indexes) {
    return calls
        .all("create index", (String name) -> name, () -> collection.createIndexes(indexes))
        .thenAccept(names -> {})
        .exceptionallyCompose(
            failure ->
                ExistingIndex.isInTheWay(failure)
                    ? Stages.inTurn(
                        indexes, index -> create(collection, index).thenAccept(made -> {}))
                    : CompletableFuture.failedStage(failure));
  }

  private CompletionStage<Boolean> create(MongoCollection<Document> collection, IndexModel index) {
    return calls
        .all("create index", (String name) -> name, () -> collection.createIndexes(List.of(index)))
        .thenApply(names -> true)
        .exceptionallyCompose(
            failure ->
                ExistingIndex.isInTheWay(failure)
                    ? acceptEqual(collection, index)
                    : CompletableFuture.failedStage(failure));
  }

  /** Kugelpos, or an administrator, may have created the same index under another name. */
  private CompletionStage<Boolean> acceptEqual(
      MongoCollection<Document> collection, IndexModel index) {
    return calls
        .all("list indexes", ExistingIndex::new, () -> collection.listIndexes())
        .thenApply(
            existing -> {
              if (existing.stream().noneMatch(each -> each.isLike(index))) {
                throw ExistingIndex.conflict(collection.getNamespace(), index, existing);
              }
              return true;
            });
  }

  /**
   * Drops the indexes that the unique ones of this version replace; a failure here does no harm.
   */
  private CompletionStage<Void> dropReplaced(MongoCollection<Document> collection) {
    return calls
        .all("list indexes", (Document index) -> index.getString("name"), collection::listIndexes)
        .thenCompose(
            names ->
                Stages.inTurn(
                    names.stream().filter(REPLACED::contains).toList(),
                    name -> drop(collection, name)));
  }

  private CompletionStage<Void> drop(MongoCollection<Document> collection, String name) {
    return calls
        .first("drop index", (Void none) -> true, () -> collection.dropIndex(name))
        .exceptionally(
            failure -> {
              LOG.warn(
                  "cannot drop index {}.{}, which is no longer needed: {}",
                  collection.getNamespace().getCollectionName(),
                  name,
                  DriverFailures.of("drop index", failure).getMessage());
              return Optional.empty();
            })
        .thenAccept(over -> {});
  }

  private CompletionStage<Void> help(
      MongoCollection<Document> collection, List<IndexModel> indexes) {
    return Stages.untilFailure(indexes, index -> help(collection, index).thenAccept(made -> {}));
  }

  private CompletionStage<Boolean> help(MongoCollection<Document> collection, IndexModel index) {
    return create(collection, index)
        .exceptionallyCompose(
            failure -> {
              PortException why = DriverFailures.of("create index", failure);
              return why.category() == PortException.Category.UNAVAILABLE
                  ? CompletableFuture.failedStage(why)
                  : without(collection, index, why);
            });
  }

  /**
   * The index was rejected, or is still being built, which takes a while on a large collection.
   * Logged once, not for each tenant and each reconnection.
   */
  private CompletionStage<Boolean> without(
      MongoCollection<Document> collection, IndexModel index, PortException why) {
    String name =
        collection.getNamespace().getCollectionName() + "." + index.getOptions().getName();
    if (reportedMissing.add(name)) {
      LOG.warn("cannot create index {}, continuing without it: {}", name, why.getMessage());
    }
    return CompletableFuture.completedStage(false);
  }
}
