package dev.poscart.domain.port;

import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds tenants and their stores. */
public interface StoreDirectory {

  CompletionStage<Optional<Store>> find(StoreKey store);

  CompletionStage<List<String>> tenantIds();
}
