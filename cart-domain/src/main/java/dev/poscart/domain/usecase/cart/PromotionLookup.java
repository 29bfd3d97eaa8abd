package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.RecordedTime;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Looks up the running promotions. Sales do not depend on it: if promotions are unavailable none
 * are running, and lines keep the discounts they have.
 */
public final class PromotionLookup {

  private final Promotions promotions;
  private final Clock clock;

  public PromotionLookup(Promotions promotions, Clock clock) {
    this.promotions = promotions;
    this.clock = clock;
  }

  /** The promotions running in the terminal's store; never fails. A carried cart has its own. */
  CompletionStage<List<Promotion>> running(ChangeContext context) {
    TerminalKey terminal = context.terminal().key();
    OffsetDateTime now = RecordedTime.now(clock);
    return context
        .carried()
        .map(carried -> Stages.completed(carried.promotions()))
        .orElseGet(() -> Stages.attempt(() -> promotions.ofStore(terminal.store())))
        .thenApply(all -> running(all, terminal.storeCode(), now))
        .exceptionally(failure -> List.of());
  }

  private static List<Promotion> running(
      List<Promotion> all, String storeCode, OffsetDateTime now) {
    return all.stream().filter(promotion -> promotion.runsAt(storeCode, now)).toList();
  }
}
