package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.port.DeskDirectory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Lists staff and stores as stored by {@link MongoReferenceLoader}. */
final class MongoDeskDirectory implements DeskDirectory {

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final MongoReference reference;

  MongoDeskDirectory(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
    this.reference = new MongoReference(databases, calls);
  }

  @Override
  public CompletionStage<List<StaffMember>> staff(String tenantId) {
    return reference.all(tenantId, ReferenceKind.STAFF, ReferenceDocument::readStaff);
  }

  @Override
  public CompletionStage<List<Store>> stores(String tenantId) {
    return databases.read(
        tenantId,
        List.of(),
        database ->
            calls.all(
                "list stores",
                (Document store) -> ReferenceDocument.readStore(BsonDocuments.toPlain(store)),
                () -> database.stores().find().sort(ascending(ReferenceKind.ID))));
  }
}
