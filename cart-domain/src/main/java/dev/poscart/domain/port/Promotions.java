package dev.poscart.domain.port;

import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Knows the tenants' offers. */
public interface Promotions {

  /** The promotions that a store may have, at least those that run in it now; others may be in. */
  CompletionStage<List<Promotion>> ofStore(StoreKey store);
}
