package dev.poscart.domain.port;

import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Provides the promotions of the tenants. */
public interface Promotions {

  /** The promotions for a store: at least those that are running there now, possibly others. */
  CompletionStage<List<Promotion>> ofStore(StoreKey store);
}
