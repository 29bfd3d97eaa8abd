package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.Stages;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Snapshots that each site can read, as all of them have the same keys. What a snapshot holds is
 * looked up here, because signatures are not what the simulation is about.
 */
final class SharedKeys implements CartSnapshots {

  private final Map<String, CarriedCart> issued = new TreeMap<>();

  @Override
  public CompletionStage<CarriedCart> verify(
      SignedSnapshot snapshot, TerminalKey caller, CartId expected) {
    CarriedCart cart = issued.get(snapshot.text());
    if (cart == null || !cart.cart().id().equals(expected)) {
      throw new Refused(Refusal.SNAPSHOT_ALTERED, snapshot.text());
    }
    if (cart.cart().closed().isPresent()) {
      throw new Refused(Refusal.SNAPSHOT_OF_CLOSED_CART, snapshot.text());
    }
    return Stages.completed(cart);
  }

  @Override
  public CompletionStage<ReversalNumbers> verifyNumbers(
      SignedSnapshot numbers, TerminalKey caller) {
    throw new Refused(Refusal.SNAPSHOT_ALTERED, numbers.text());
  }

  @Override
  public CompletionStage<Signed> sign(CarriedCart cart, TerminalKey terminal, OffsetDateTime at) {
    String text = cart.cart().id() + "/" + cart.revision() + "/" + issued.size();
    return Stages.completed(
        new Signed() {
          @Override
          public int signedBytes() {
            return text.length();
          }

          @Override
          public SignedSnapshot use() {
            issued.put(text, cart);
            return new SignedSnapshot(text);
          }
        });
  }
}
