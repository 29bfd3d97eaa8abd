package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bounded map by terminal whose entries expire. If it is full, the oldest entry is removed. */
final class TimedEntries<V> {

  /** A value, and when the look-up that returned it began. */
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

  /** If the clock was put back, the entry must not live longer. */
  private boolean isAlive(Entry<V> entry, Instant now) {
    Duration age = Duration.between(entry.since(), now);
    return !age.isNegative() && age.compareTo(timeToLive) < 0;
  }
}
