package dev.poscart.domain.port;

import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lists the staff and the stores of a tenant, for the shop's own desk. */
public interface DeskDirectory {

  /** The staff of a tenant, in the order in which they were loaded. */
  CompletionStage<List<StaffMember>> staff(String tenantId);

  /** The stores of a tenant, ordered by their codes. */
  CompletionStage<List<Store>> stores(String tenantId);
}
