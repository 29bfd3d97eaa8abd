package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.StoreDirectory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Stores and tenants. */
record SqliteStoreDirectory(SqliteReference reference) implements StoreDirectory {

  @Override
  public CompletionStage<Optional<Store>> find(StoreKey store) {
    return reference.store(store);
  }

  @Override
  public CompletionStage<List<String>> tenantIds() {
    return reference.tenantIds();
  }
}
