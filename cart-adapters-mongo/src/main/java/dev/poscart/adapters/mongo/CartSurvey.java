package dev.poscart.adapters.mongo;

import dev.poscart.adapters.mongo.MigrationFindings.OpenCart;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Finds the open carts that kugelpos has put into the database, not those of its state store. */
record CartSurvey(
    String tenantId, TenantDatabase tenant, DriverCalls calls, MigrationFindings findings) {

  private static final Set<String> OPEN = Set.of("Idle", "EnteringItem", "Paying");
  private static final Set<String> CLOSED = Set.of("Completed", "Cancelled");

  CompletionStage<Void> read() {
    ReadAttempts attempts = new ReadAttempts(tenant.sharedCarts().getNamespace(), findings);
    return calls.each(
        "read carts",
        (Document document) -> {
          if (isKugelpos(document)) {
            attempts.read(document, this::cart);
          }
        },
        tenant.sharedCarts()::find);
  }

  /** Carts of this service, which earlier versions stored here as well, have their id there. */
  private static boolean isKugelpos(Document cart) {
    return cart.get("_id") instanceof ObjectId;
  }

  private void cart(KugelposFields cart) {
    String status = cart.text("status");
    if (CLOSED.contains(status)) {
      return;
    }
    if (!OPEN.contains(status)) {
      throw cart.wrong("status", "Idle, EnteringItem, Paying, Completed, Cancelled");
    }
    findings.openCart(
        new OpenCart(
            cart.terminal(tenantId),
            cart.text("cart_id"),
            status,
            cart.list("line_items").size(),
            cart.amount("balance_amount")));
  }
}
