package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.port.DeskDirectory;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Staff and stores of tenants. */
record SqliteDeskDirectory(SqliteReference reference) implements DeskDirectory {

  @Override
  public CompletionStage<List<StaffMember>> staff(String tenantId) {
    return all(tenantId, TenantTables::staff);
  }

  @Override
  public CompletionStage<List<Store>> stores(String tenantId) {
    return all(
        tenantId,
        tables ->
            tables.stores().values().stream()
                .sorted(Comparator.comparing(store -> store.key().storeCode()))
                .toList());
  }

  private <T> CompletionStage<List<T>> all(
      String tenantId, Function<TenantTables, List<T>> content) {
    return reference.tables(tenantId).thenApply(found -> found.map(content).orElse(List.of()));
  }
}
