package dev.poscart.domain.usecase;

import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A cart store and a log in memory that fail at a chosen call, or let others in before it. */
final class Faults {

  /** Whether the call that fails was applied. */
  enum Moment {
    BEFORE,
    AFTER
  }

  final CartStore carts = new FaultyCarts();
  final TransactionLog log = new FaultyLog();

  private final CartStore keptCarts;
  private final TransactionLog keptLog = new InMemoryTransactionLog();
  private final List<String> calls = new ArrayList<>();
  private final Queue<Runnable> beforeReplace = new ArrayDeque<>();
  private final Queue<Runnable> beforeAppend = new ArrayDeque<>();
  private int callsToFailure = Integer.MAX_VALUE;
  private Moment moment = Moment.BEFORE;

  Faults() {
    this(Shop.CLOCK);
  }

  /**
   * Composes.
   *
   * @param clock tells when a cart was stored
   */
  Faults(Clock clock) {
    this.keptCarts = new InMemoryCartStore(clock);
  }

  /** Lets the n-th call from now fail as timed out; those after it work again. */
  void failAtCall(int n, Moment when) {
    calls.clear();
    callsToFailure = n;
    moment = when;
  }

  /** Names of the calls since the failure was chosen. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** Somebody else gets in right before the next replace. */
  void beforeNextReplace(Runnable intruder) {
    beforeReplace.add(intruder);
  }

  /** Somebody else gets in right before the next append. */
  void beforeNextAppend(Runnable intruder) {
    beforeAppend.add(intruder);
  }

  private static void letIn(Queue<Runnable> intruders) {
    Optional.ofNullable(intruders.poll()).ifPresent(Runnable::run);
  }

  private <T> CompletionStage<T> call(String name, Supplier<CompletionStage<T>> real) {
    calls.add(name);
    callsToFailure--;
    if (callsToFailure != 0) {
      return real.get();
    }
    PortException late =
        new PortException("store", PortException.Category.TIMEOUT, "no answer to " + name);
    return moment == Moment.BEFORE
        ? CompletableFuture.failedFuture(late)
        : real.get().thenCompose(applied -> CompletableFuture.failedFuture(late));
  }

  private final class FaultyCarts implements CartStore {

    @Override
    public CompletionStage<Void> insert(Cart cart) {
      return call("insert", () -> keptCarts.insert(cart));
    }

    @Override
    public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
      return call("find", () -> keptCarts.find(tenantId, id));
    }

    @Override
    public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
      letIn(beforeReplace);
      return call("replace", () -> keptCarts.replace(cart, expectedVersion));
    }

    @Override
    public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
      return call("findClosing", () -> keptCarts.findClosing(tenantId, limit));
    }

    @Override
    public CompletionStage<CartPage> findParked(StoreKey store, int limit, int page) {
      return call("findParked", () -> keptCarts.findParked(store, limit, page));
    }

    @Override
    public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
      return call(
          "removeUnchangedSince", () -> keptCarts.removeUnchangedSince(tenantId, time, limit));
    }
  }

  private final class FaultyLog implements TransactionLog {

    @Override
    public CompletionStage<Appended> append(Transaction transaction) {
      letIn(beforeAppend);
      return call("append", () -> keptLog.append(transaction));
    }

    @Override
    public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
      return call("findLast", () -> keptLog.findLast(terminal));
    }

    @Override
    public CompletionStage<Optional<Transaction>> find(TerminalKey terminal, int transactionNo) {
      return keptLog.find(terminal, transactionNo);
    }

    @Override
    public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
      return keptLog.findByClaim(tenantId, claim);
    }

    @Override
    public CompletionStage<List<Transaction>> findReversals(
        String tenantId, Set<TransactionKey> sales) {
      return keptLog.findReversals(tenantId, sales);
    }

    @Override
    public CompletionStage<TransactionPage> query(TransactionQuery query) {
      return keptLog.query(query);
    }
  }
}
