package dev.poscart.adapters.mongo;

import dev.poscart.adapters.mongo.MigrationFindings.OpenCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Finds the open carts that kugelpos has put into the database, not those of its state store. */
record CartSurvey(TenantDatabase tenant, DriverCalls calls, MigrationFindings findings) {

  CompletionStage<Void> read() {
    ReadAttempts attempts = new ReadAttempts(tenant.sharedCarts().getNamespace(), findings);
    return calls.each(
        "read carts",
        (Document document) -> {
          if (isKugelpos(document)) {
            attempts.read(document, fields -> survey(document));
          }
        },
        tenant.sharedCarts()::find);
  }

  /** Carts of this service, which earlier versions stored here as well, have their id there. */
  private static boolean isKugelpos(Document cart) {
    return cart.get("_id") instanceof ObjectId;
  }

  private void survey(Document document) {
    if (KugelposCarts.read(document) instanceof Copy.Open open) {
      Cart cart = open.cart();
      findings.openCart(
          new OpenCart(
              cart.terminal(),
              cart.id().value(),
              document.getString("status"),
              cart.lines().size(),
              cart.balanceDue().amount()));
    }
  }
}
