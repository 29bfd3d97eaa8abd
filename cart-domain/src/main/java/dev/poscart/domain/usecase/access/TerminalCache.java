package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * Caches the responses of a terminal directory. For each terminal it keeps the hash of the key that
 * the directory accepted; any other key is checked with the directory. Rejections are not cached,
 * so guessing can neither fill the cache nor evict other terminals. Entries end with the business
 * day, when terminals change their session.
 */
public final class TerminalCache implements TerminalDirectory {

  private record Accepted(ApiKeyHash apiKey, Terminal terminal) {}

  private record Question(TerminalKey terminal, Optional<ApiKeyHash> apiKey) {}

  private final TerminalDirectory directory;
  private final TerminalCacheRules rules;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final TimedEntries<Accepted> accepted;
  private final TimedEntries<Optional<Terminal>> found;
  private final SharedLookups<Question, Optional<Terminal>> lookups = new SharedLookups<>();

  /** Creates an empty cache in front of a directory. */
  public TerminalCache(
      TerminalDirectory directory,
      TerminalCacheRules rules,
      BusinessCalendar calendar,
      Clock clock) {
    this.directory = directory;
    this.rules = rules;
    this.calendar = calendar;
    this.clock = clock;
    this.accepted = new TimedEntries<>(rules.timeToLive(), rules.maxTerminals());
    this.found = new TimedEntries<>(rules.timeToLive(), rules.maxTerminals());
  }

  /**
   * The contents of the cache.
   *
   * @param total number of terminals of all tenants
   * @param terminalIds those of the tenant, sorted
   */
  public record Content(boolean enabled, int total, List<String> terminalIds) {
    public Content {
      terminalIds = List.copyOf(terminalIds);
    }
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return Stages.attempt(
        () -> {
          if (!rules.enabled()) {
            return directory.authenticate(terminal, apiKey);
          }
          Instant now = clock.instant();
          Optional<Terminal> known =
              accepted
                  .get(terminal, now, calendar.startOfDayAt(now))
                  .filter(entry -> entry.apiKey().matches(terminal, apiKey))
                  .map(Accepted::terminal);
          return known.isPresent() ? Stages.completed(known) : ask(terminal, apiKey, now);
        });
  }

  private CompletionStage<Optional<Terminal>> ask(
      TerminalKey terminal, String apiKey, Instant now) {
    ApiKeyHash hash = ApiKeyHash.of(terminal, apiKey);
    return lookups.ask(
        new Question(terminal, Optional.of(hash)),
        now,
        calendar.startOfDayAt(now),
        () -> directory.authenticate(terminal, apiKey),
        answer -> answer.ifPresent(t -> accepted.put(terminal, new Accepted(hash, t), now)));
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    return Stages.attempt(
        () -> {
          if (!rules.enabled()) {
            return directory.find(terminal, notBefore);
          }
          Instant now = clock.instant();
          Instant earliest = later(notBefore, calendar.startOfDayAt(now));
          Optional<Optional<Terminal>> known = found.get(terminal, now, earliest);
          return known.isPresent()
              ? Stages.completed(known.get())
              : lookups.ask(
                  new Question(terminal, Optional.empty()),
                  now,
                  earliest,
                  () -> directory.find(terminal, notBefore),
                  answer -> found.put(terminal, answer, now));
        });
  }

  /** The cached terminals of a tenant. */
  public Content content(String tenantId) {
    List<TerminalKey> held = held();
    return new Content(
        rules.enabled(),
        held.size(),
        held.stream()
            .filter(key -> key.tenantId().equals(tenantId))
            .map(TerminalKey::terminalId)
            .sorted()
            .toList());
  }

  /**
   * Removes a tenant's terminals from the cache. The results of look-ups in flight are not cached
   * either, as they may be out of date.
   *
   * @return the number of removed terminals
   */
  public int clear(String tenantId) {
    int cleared = content(tenantId).terminalIds().size();
    lookups.forget(question -> question.terminal().tenantId().equals(tenantId));
    accepted.clear(tenantId);
    found.clear(tenantId);
    return cleared;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<TerminalKey> held() {
    Instant now = clock.instant();
    Set<String> ids = new TreeSet<>();
    List<TerminalKey> all = new ArrayList<>(accepted.keys(now));
    all.addAll(found.keys(now));
    return all.stream().filter(key -> ids.add(key.terminalId())).toList();
  }
}
