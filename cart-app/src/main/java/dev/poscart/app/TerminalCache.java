package dev.poscart.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.poscart.app.config.TerminalCacheRules;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.usecase.access.CachedTerminals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Caches the responses of a terminal directory, from the time of the request on; concurrent equal
 * requests share one look-up. For each terminal it keeps the hash of the key that the directory
 * accepted; any other key is checked with the directory. Rejections are not cached, so guessing can
 * neither fill the cache nor evict other terminals. Entries end with the business day, when
 * terminals change their session.
 */
final class TerminalCache implements TerminalDirectory, CachedTerminals {

  /** Without a key: a look-up that does not authenticate. */
  private record Question(TerminalKey terminal, Optional<ApiKeyHash> apiKey) {

    boolean isOf(String tenantId) {
      return terminal.tenantId().equals(tenantId);
    }
  }

  /**
   * @param kept whether the answer has arrived and is cached; only these count towards the limit
   */
  private record Lookup(Instant since, CompletableFuture<Optional<Terminal>> answer, boolean kept) {

    Lookup keep() {
      return new Lookup(since, answer, true);
    }
  }

  private final TerminalDirectory directory;
  private final TerminalCacheRules rules;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final Cache<Question, Lookup> lookups;

  /** Creates an empty cache in front of a directory. */
  TerminalCache(
      TerminalDirectory directory,
      TerminalCacheRules rules,
      BusinessCalendar calendar,
      Clock clock,
      Ticker ticker) {
    this.directory = directory;
    this.rules = rules;
    this.calendar = calendar;
    this.clock = clock;
    this.lookups =
        Caffeine.newBuilder()
            .maximumWeight(rules.maxTerminals())
            .weigher((Question question, Lookup lookup) -> lookup.kept() ? 1 : 0)
            .expireAfter(
                Expiry.<Question, Lookup>creating((question, lookup) -> rules.timeToLive()))
            .executor(Runnable::run)
            .ticker(ticker)
            .build();
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    Supplier<CompletionStage<Optional<Terminal>>> source =
        () -> directory.authenticate(terminal, apiKey);
    return Stages.attempt(
        () ->
            rules.enabled()
                ? ask(
                    new Question(terminal, Optional.of(ApiKeyHash.of(terminal, apiKey))),
                    Instant.MIN,
                    source)
                : source.get());
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    Supplier<CompletionStage<Optional<Terminal>>> source =
        () -> directory.find(terminal, notBefore);
    return Stages.attempt(
        () ->
            rules.enabled()
                ? ask(new Question(terminal, Optional.empty()), notBefore, source)
                : source.get());
  }

  private CompletionStage<Optional<Terminal>> ask(
      Question question, Instant notBefore, Supplier<CompletionStage<Optional<Terminal>>> source) {
    Instant now = clock.instant();
    Lookup known = lookups.getIfPresent(question);
    if (known != null
        && (known.since().isBefore(notBefore)
            || known.since().isBefore(calendar.startOfDayAt(now)))) {
      lookups.asMap().remove(question, known);
    }
    Lookup ours = new Lookup(now, new CompletableFuture<>(), false);
    Lookup current = lookups.get(question, absent -> ours);
    if (current.equals(ours)) {
      var unused =
          Stages.attempt(source)
              .whenComplete(
                  (found, failure) -> {
                    if (failure != null) {
                      lookups.asMap().remove(question, ours);
                      ours.answer().completeExceptionally(failure);
                    } else {
                      keep(question, ours, found);
                      ours.answer().complete(found);
                    }
                  });
    }
    return current.answer().copy();
  }

  /** Caches the answer unless the cache was cleared meanwhile. */
  private void keep(Question question, Lookup ours, Optional<Terminal> found) {
    if (question.apiKey().isPresent() && found.isEmpty()) {
      lookups.asMap().remove(question, ours);
    } else if (lookups.asMap().replace(question, ours, ours.keep())) {
      // A terminal has one key: a new key ends the old one.
      question
          .apiKey()
          .ifPresent(
              accepted ->
                  lookups
                      .asMap()
                      .entrySet()
                      .removeIf(
                          other ->
                              other.getValue().kept()
                                  && other.getKey().terminal().equals(question.terminal())
                                  && other.getKey().apiKey().isPresent()
                                  && !other.getKey().equals(question)));
    }
  }

  @Override
  public Content content(String tenantId) {
    List<TerminalKey> held =
        lookups.asMap().entrySet().stream()
            .filter(entry -> entry.getValue().kept())
            .map(Map.Entry::getKey)
            .map(Question::terminal)
            .distinct()
            .toList();
    return new Content(
        rules.enabled(),
        held.size(),
        held.stream()
            .filter(key -> key.tenantId().equals(tenantId))
            .map(TerminalKey::terminalId)
            .sorted()
            .toList());
  }

  @Override
  public int clear(String tenantId) {
    int cleared = content(tenantId).terminalIds().size();
    lookups.asMap().keySet().removeIf(question -> question.isOf(tenantId));
    return cleared;
  }
}
