package dev.poscart.domain.usecase.carry;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CarryIncident.Kind;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.Stages;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Notes what is odd about a snapshot that a terminal brings; the request goes on as it would. */
final class IncidentNotes {

  private final CarryAudit audit;
  private final TotalsCheck totals;

  IncidentNotes(CarryAudit audit, TotalsCheck totals) {
    this.audit = audit;
    this.totals = totals;
  }

  /** Notes why the cart of a request was refused, if it was. */
  CompletionStage<CarriedCart> refused(TerminalKey caller, CartId id, Throwable failure) {
    CompletionStage<CarriedCart> failed = CompletableFuture.failedFuture(failure);
    return failure instanceof Refused refused
        ? audit
            .note(new CarryIncident(Kind.REJECTED, caller, id, refused.refusal().code()))
            .thenCompose(noted -> failed)
        : failed;
  }

  /**
   * Notes what is odd about an accepted cart: another till of the store may go on with it, and
   * another program may have calculated it.
   */
  CompletionStage<CarriedCart> received(TerminalKey caller, CarriedCart cart) {
    Optional<String> issuedTo =
        cart.issuedTo()
            .filter(terminal -> !terminal.equals(caller))
            .map(terminal -> "issued to terminal " + terminal.terminalId());
    return note(Kind.OTHER_TERMINAL, caller, cart, issuedTo)
        .thenCompose(noted -> note(Kind.TOTALS_DIFFER, caller, cart, totals.difference(cart)))
        .thenApply(noted -> cart);
  }

  private CompletionStage<Boolean> note(
      Kind kind, TerminalKey caller, CarriedCart cart, Optional<String> reason) {
    return reason
        .map(text -> audit.note(new CarryIncident(kind, caller, cart.cart().id(), text)))
        .orElseGet(() -> Stages.completed(true));
  }
}
