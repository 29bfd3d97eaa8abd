package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.TakenNumbers;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stored data, which survives any crash. Each method is one atomic write or read. */
final class Database {

  private final VirtualTime time;
  private final Clock clock;
  private final Set<DisabledSafeguard> disabled;
  private final Map<String, Versioned<Cart>> carts = new TreeMap<>();
  private final Map<String, Instant> storedAt = new TreeMap<>();
  private final List<Logged> log = new ArrayList<>();
  private final Map<String, List<Logged>> tills = new TreeMap<>();
  private final Map<String, List<LogEntry>> entries = new TreeMap<>();
  private final DeskTable desk = new DeskTable();
  private final RevisionRecords revisions;

  Database(VirtualTime time, Set<DisabledSafeguard> disabled) {
    this.time = time;
    this.clock = time.clock(0);
    this.disabled = disabled;
    this.revisions = new RevisionRecords(!disabled.contains(DisabledSafeguard.NO_REVISION_RECORD));
  }

  void insert(Cart cart) {
    String key = key(cart.terminal().tenantId(), cart.id());
    if (carts.putIfAbsent(key, new Versioned<>(cart, 1)) != null) {
      throw new PortException(
          "carts", PortException.Category.PERMANENT_FAILURE, cart.id() + " is there");
    }
    storedAt.put(key, clock.instant());
  }

  Optional<Versioned<Cart>> cart(String tenantId, CartId id) {
    return Optional.ofNullable(carts.get(key(tenantId, id)));
  }

  boolean replace(Cart cart, long expectedVersion) {
    String key = key(cart.terminal().tenantId(), cart.id());
    Versioned<Cart> stored = carts.get(key);
    long before = isUnmarked(cart) && !cart.isClosing() ? expectedVersion - 1 : expectedVersion;
    if (stored == null || (stored.version() != before && checksVersions())) {
      return false;
    }
    if (!isUnmarked(cart) || !cart.isClosing()) {
      carts.put(key, new Versioned<>(cart, expectedVersion + 1));
      storedAt.put(key, clock.instant());
    }
    return true;
  }

  boolean remove(Cart cart, long expectedVersion) {
    String tenantId = cart.terminal().tenantId();
    return cart(tenantId, cart.id())
        .filter(stored -> stored.version() == expectedVersion)
        .map(stored -> carts.remove(key(tenantId, cart.id())) != null)
        .orElse(false);
  }

  /** Whether instances take what they have cached for what is stored. */
  boolean cacheDecides() {
    return disabled.contains(DisabledSafeguard.CACHE_DECIDES);
  }

  /** The mark is not stored, and the cart goes straight from paid to completed. */
  private boolean isUnmarked(Cart cart) {
    return disabled.contains(DisabledSafeguard.NO_CLOSING_MARK) && cart.closing().isPresent();
  }

  int removeUnchangedSince(String tenantId, Instant since, int limit) {
    List<String> removable =
        carts(tenantId)
            .filter(stored -> stored.value().mayBeRemoved())
            .map(stored -> key(tenantId, stored.value().id()))
            .filter(key -> Objects.requireNonNull(storedAt.get(key)).isBefore(since))
            .sorted(Comparator.comparing(storedAt::get))
            .limit(limit)
            .toList();
    removable.forEach(carts::remove);
    return removable.size();
  }

  Collection<Versioned<Cart>> carts() {
    return carts.values();
  }

  /** Those of one tenant, in the order of their keys. */
  Stream<Versioned<Cart>> carts(String tenantId) {
    return carts.values().stream()
        .filter(stored -> stored.value().terminal().tenantId().equals(tenantId));
  }

  Appended append(Transaction transaction, boolean answered) {
    TerminalKey terminal = transaction.terminal();
    Optional<Logged> rival =
        claimed(terminal.tenantId(), transaction.claim())
            .filter(found -> !disabled.contains(DisabledSafeguard.NO_UNIQUE_CLAIMS))
            .filter(
                found ->
                    found.answered || !disabled.contains(DisabledSafeguard.APPEND_NOT_REPEATABLE));
    if (rival.isPresent()) {
      return new Appended.ClaimTaken(rival.get().transaction);
    }
    if (!disabled.contains(DisabledSafeguard.NO_UNIQUE_POSITIONS)) {
      if (isTaken(transaction.position())) {
        return new Appended.PositionTaken();
      }
      TakenNumbers taken = taken(terminal);
      if (!taken.take(transaction)) {
        return taken.taken(transaction);
      }
    }
    Logged entry = new Logged(transaction, time.now(), answered);
    log.add(entry);
    tills.computeIfAbsent(terminal.terminalId(), id -> new ArrayList<>()).add(entry);
    append((LogEntry) transaction);
    return new Appended.Done();
  }

  DeskLog.Appended append(DeskEntry entry) {
    DeskLog.Appended outcome =
        desk.append(entry, sharesPositions() && placed(entry.position()).isPresent());
    if (outcome instanceof DeskLog.Appended.Done) {
      append((LogEntry) entry);
    }
    return outcome;
  }

  private void append(LogEntry entry) {
    entries.computeIfAbsent(entry.terminal().terminalId(), id -> new ArrayList<>()).add(entry);
  }

  private boolean isTaken(LogPosition position) {
    return placed(position).isPresent() || (sharesPositions() && desk.has(position));
  }

  private boolean sharesPositions() {
    return !disabled.contains(DisabledSafeguard.DESK_TAKES_NO_POSITION);
  }

  DeskTable desk() {
    return desk;
  }

  /** Transactions and desk entries of each terminal, in the order in which they came. */
  Map<String, List<LogEntry>> entries() {
    return entries;
  }

  RevisionRecords revisions() {
    return revisions;
  }

  TakenNumbers taken(TerminalKey terminal) {
    TakenNumbers taken = new TakenNumbers();
    till(terminal).forEach(entry -> taken.take(entry.transaction));
    return taken;
  }

  List<Logged> log() {
    return log;
  }

  /** The entries of each terminal, by its id, in the order in which they came. */
  Map<String, List<Logged>> tills() {
    return tills;
  }

  List<Logged> till(TerminalKey terminal) {
    return tills.getOrDefault(terminal.terminalId(), List.of());
  }

  Optional<LogEntry> last(TerminalKey terminal) {
    return entries.getOrDefault(terminal.terminalId(), List.of()).stream()
        .max(Comparator.comparing(entry -> entry.position().position()));
  }

  List<Transaction> numbered(TerminalKey terminal, int transactionNo) {
    return till(terminal).stream()
        .map(entry -> entry.transaction)
        .filter(entry -> entry.numbers().transactionNo() == transactionNo)
        .sorted(Comparator.comparing((Transaction entry) -> -entry.position().position()))
        .toList();
  }

  Optional<Transaction> placed(LogPosition position) {
    return till(position.terminal()).stream()
        .map(entry -> entry.transaction)
        .filter(entry -> entry.position().equals(position))
        .findFirst();
  }

  Optional<Logged> claimed(String tenantId, String claim) {
    return log.stream()
        .filter(entry -> entry.isOf(tenantId) && entry.transaction.claim().equals(claim))
        .findFirst();
  }

  Optional<Logged> event(String tenantId, String eventId) {
    return log.stream()
        .filter(entry -> entry.isOf(tenantId) && entry.transaction.eventId().equals(eventId))
        .findFirst();
  }

  boolean replace(OutboxEntry before, Delivery after) {
    Optional<Logged> stored =
        event(before.event().terminal().tenantId(), before.event().eventId())
            .filter(entry -> entry.version() == before.version() || !checksVersions());
    stored.ifPresent(
        entry -> {
          entry.deliver(after, before.version() + 1);
        });
    return stored.isPresent();
  }

  private boolean checksVersions() {
    return !disabled.contains(DisabledSafeguard.NO_VERSION_CHECK);
  }

  private static String key(String tenantId, CartId id) {
    return tenantId + "/" + id.value();
  }
}
