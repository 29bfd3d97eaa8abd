package dev.poscart.domain.port;

import dev.poscart.domain.model.CartRevision;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The highest revision of each carried cart that this database has seen. */
public interface CartRevisions {

  /**
   * Remembers a revision, in one atomic step, unless the cart has one with the same or a higher
   * number.
   *
   * @param now records that have expired by now may be deleted
   * @param expiresAt when this record expires
   * @return the revision that is remembered afterwards
   */
  CompletionStage<CartRevision> advance(CartRevision revision, Instant now, Instant expiresAt);
}
