package dev.poscart.adapters.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out whether the database can be used. */
record SqliteHealth(Engine engine) {

  /**
   * Checks that both the readers and the writer respond. If the disk did not take the last writes,
   * as when it is full, it also has to take a trial.
   */
  CompletionStage<Optional<String>> check() {
    return engine
        .read(session -> session.first("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1)))
        .thenCompose(tables -> engine.write(this::tryIfRefused))
        .thenApply(alive -> engine.loss())
        .exceptionallyCompose(
            failure -> {
              Optional<String> reason = engine.loss().or(this::refusal);
              return reason.isPresent()
                  ? CompletableFuture.completedFuture(reason)
                  : CompletableFuture.failedFuture(failure);
            });
  }

  private Optional<String> refusal() {
    return engine
        .refusal()
        .map(
            reason ->
                "the disk takes no writes: " + reason + " (expected: free space on a sound disk)");
  }

  /** Otherwise a service whose sales the disk refuses would seem healthy between two of them. */
  private boolean tryIfRefused(Session session) throws SQLException {
    if (engine.refusal().isPresent()) {
      session.runOnce("CREATE TABLE trial (bytes)");
      session.runOnce("INSERT INTO trial VALUES (zeroblob(100000))");
      session.runOnce("DROP TABLE trial");
    }
    return true;
  }
}
