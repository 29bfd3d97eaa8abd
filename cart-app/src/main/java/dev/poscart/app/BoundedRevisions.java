package dev.poscart.app;

import dev.poscart.domain.model.CartRevision;
import dev.poscart.domain.port.CartRevisions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Gives up early on a database that does not answer, since the sale goes on without it. */
record BoundedRevisions(CartRevisions revisions, Duration bound) implements CartRevisions {

  @Override
  public CompletionStage<CartRevision> advance(
      CartRevision revision, Instant now, Instant expiresAt) {
    return revisions
        .advance(revision, now, expiresAt)
        .toCompletableFuture()
        .copy()
        .orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS)
        // The thread that ends all timeouts must not go on with the request.
        .whenCompleteAsync((known, failure) -> {});
  }
}
