package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import dev.poscart.domain.model.CartRevision;
import dev.poscart.domain.port.CartRevisions;
import dev.poscart.domain.port.PortException;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The revisions of carried carts in MongoDB: one document per cart. The server deletes expired
 * ones.
 */
final class MongoCartRevisions implements CartRevisions {

  /** A date, as MongoDB's TTL index requires. */
  static final String EXPIRES_AT = "expires_at";

  private static final String ID = "_id";
  private static final String NUMBER = "revision";
  private static final String DIGEST = "digest";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoCartRevisions(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<CartRevision> advance(
      CartRevision revision, Instant now, Instant expiresAt) {
    return databases
        .prepared(revision.tenantId())
        .thenCompose(
            database ->
                store(database, revision, expiresAt)
                    .thenCompose(
                        stored ->
                            stored
                                ? CompletableFuture.completedFuture(revision)
                                : find(database, revision)));
  }

  /**
   * A document with a higher or the same number does not match, and the insertion that follows
   * meets its {@code _id}.
   */
  private CompletionStage<Boolean> store(
      TenantDatabase database, CartRevision revision, Instant expiresAt) {
    Bson behind = and(eq(ID, revision.cart().value()), lt(NUMBER, revision.number()));
    Bson forward =
        combine(
            set(NUMBER, revision.number()),
            set(DIGEST, revision.digest()),
            set(EXPIRES_AT, Date.from(expiresAt)));
    return calls.insert(
        "advance cart revision", () -> database.revisions().updateOne(behind, forward, UPSERT));
  }

  private CompletionStage<CartRevision> find(TenantDatabase database, CartRevision asked) {
    return calls
        .first(
            "find cart revision",
            (Document stored) ->
                new CartRevision(
                    asked.tenantId(),
                    asked.cart(),
                    stored.getInteger(NUMBER),
                    stored.getString(DIGEST)),
            () -> database.revisions().find(eq(ID, asked.cart().value())).first())
        .thenApply(
            found ->
                found.orElseThrow(
                    () ->
                        new PortException(
                            DriverFailures.PORT,
                            PortException.Category.UNAVAILABLE,
                            "advance cart revision: it expired meanwhile")));
  }
}
