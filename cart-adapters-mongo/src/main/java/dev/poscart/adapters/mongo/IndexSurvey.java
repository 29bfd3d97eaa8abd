package dev.poscart.adapters.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Finds the indexes of a tenant that are in the way of those that this service creates. */
record IndexSurvey(
    String tenantId, TenantDatabase tenant, DriverCalls calls, MigrationFindings findings) {

  /** Indexes that this service creates on one collection. */
  private record Wanted(
      MongoCollection<Document> collection, List<IndexModel> indexes, boolean isRequired) {}

  CompletionStage<Void> read() {
    return Stages.untilFailure(
        List.of(
            new Wanted(tenant.log(), IndexDefinitions.required(), true),
            new Wanted(tenant.log(), IndexDefinitions.logIndexes(), false),
            new Wanted(tenant.carts(), IndexDefinitions.cartIndexes(), false),
            new Wanted(tenant.idempotencyRecords(), IndexDefinitions.answerIndexes(), false),
            new Wanted(tenant.revisions(), IndexDefinitions.revisionIndexes(), false),
            new Wanted(tenant.incidents(), IndexDefinitions.incidentIndexes(), false)),
        this::compare);
  }

  private CompletionStage<Void> compare(Wanted wanted) {
    return calls
        .all("list indexes", ExistingIndex::new, () -> wanted.collection().listIndexes())
        .thenAccept(
            existing -> wanted.indexes().forEach(index -> compare(wanted, index, existing)));
  }

  private void compare(Wanted wanted, IndexModel index, List<ExistingIndex> existing) {
    boolean isThere = existing.stream().anyMatch(each -> each.isLike(index));
    if (!isThere && existing.stream().anyMatch(each -> each.isRivalOf(index))) {
      String problem =
          ExistingIndex.conflict(wanted.collection().getNamespace(), index, existing).detail();
      findings.indexInTheWay(tenantId, problem, wanted.isRequired());
    }
  }
}
