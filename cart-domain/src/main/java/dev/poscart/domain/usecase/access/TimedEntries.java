package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something about each of a bounded number of terminals, for a limited time. Where there is no room
 * the one that was learnt first makes it.
 */
final class TimedEntries<V> {

  /** What was learnt by a question asked at that time. */
  private record Entry<V>(V value, Instant since) {}

  private final Duration timeToLive;
  private final int maxEntries;
  private final Map<TerminalKey, Entry<V>> entries = new LinkedHashMap<>();

  TimedEntries(Duration timeToLive, int maxEntries) {
    this.timeToLive = timeToLive;
    this.maxEntries = maxEntries;
  }

  synchronized Optional<V> get(TerminalKey key, Instant now, Instant notBefore) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> isAlive(entry, now) && !entry.since().isBefore(notBefore))
        .map(Entry::value);
  }

  synchronized void put(TerminalKey key, V value, Instant since) {
    entries.remove(key);
    Iterator<Entry<V>> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      if (!isAlive(oldest.next(), since) || entries.size() >= maxEntries) {
        oldest.remove();
      } else {
        break;
      }
    }
    entries.put(key, new Entry<>(value, since));
  }

  synchronized void clear(String tenantId) {
    entries.keySet().removeIf(key -> key.tenantId().equals(tenantId));
  }

  synchronized List<TerminalKey> keys(Instant now) {
    return entries.entrySet().stream()
        .filter(entry -> isAlive(entry.getValue(), now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A clock that was put back must not lengthen a life. */
  private boolean isAlive(Entry<V> entry, Instant now) {
    Duration age = Duration.between(entry.since(), now);
    return !age.isNegative() && age.compareTo(timeToLive) < 0;
  }
}
