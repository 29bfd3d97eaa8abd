package dev.poscart.web;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.usecase.access.CachedTerminals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up each time, and remembers only which terminals were found. */
record FakeTerminalCache(TerminalDirectory directory, Set<TerminalKey> held)
    implements TerminalDirectory, CachedTerminals {

  FakeTerminalCache(TerminalDirectory directory) {
    this(directory, ConcurrentHashMap.newKeySet());
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return noted(directory.authenticate(terminal, apiKey));
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    return noted(directory.find(terminal, notBefore));
  }

  private CompletionStage<Optional<Terminal>> noted(CompletionStage<Optional<Terminal>> answer) {
    return answer.whenComplete(
        (found, failure) -> {
          if (failure == null) {
            found.ifPresent(terminal -> held.add(terminal.key()));
          }
        });
  }

  @Override
  public Content content(String tenantId) {
    List<String> ids =
        held.stream()
            .filter(key -> key.tenantId().equals(tenantId))
            .map(TerminalKey::terminalId)
            .sorted()
            .toList();
    return new Content(true, held.size(), ids);
  }

  @Override
  public int clear(String tenantId) {
    int before = held.size();
    held.removeIf(key -> key.tenantId().equals(tenantId));
    return before - held.size();
  }
}
