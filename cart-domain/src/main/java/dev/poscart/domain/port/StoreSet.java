package dev.poscart.domain.port;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * All stores that one database offers: what an adapter for a database implements, and what the
 * application opens. All tenants and threads share one set.
 *
 * <p>An implementation promises what the test class {@code StoreSetContract} checks.
 */
public interface StoreSet {

  /** The database's name in health answers and logs, such as {@code sqlite}. */
  String database();

  CartStore carts();

  IdempotencyStore idempotency();

  TransactionLog transactions();

  /** The desk entries in the same log as {@link #transactions}. */
  DeskLog deskLog();

  /** What is known of terminals beside their log. */
  TerminalRecords terminalRecords();

  /** Staff, stores and terminals that {@link #referenceLoader} has loaded. */
  DeskDirectory deskDirectory();

  /** All of the log as it is stored, for an audit. */
  LogInspection inspection();

  /** The delivery records of {@link #transactions}. */
  Outbox outbox();

  CartRevisions revisions();

  IncidentLog incidents();

  /** What {@link #referenceLoader} has loaded. */
  ReferenceData reference();

  ReferenceLoader referenceLoader();

  /** Where in this database the predecessor of this service keeps carts, if it has used it. */
  default List<PredecessorCarts> predecessorCarts() {
    return List.of();
  }

  /**
   * Asks the database for a sign of life. The caller bounds the wait.
   *
   * @return completes empty if the database answers, or with a sentence that says why it is
   *     unusable nevertheless; fails with {@link PortException} if it does not answer
   */
  CompletionStage<Optional<String>> health();

  /** Tenants whose stores are unusable until an administrator intervenes. */
  default TenantFaults tenantFaults() {
    return TenantFaults.NONE;
  }

  /**
   * Accepts no more calls, finishes those in flight within their bound and gives back what the set
   * holds. May be called again.
   */
  CompletionStage<Void> close();
}
