package dev.poscart.architecture.broken.domain.port;

import java.util.concurrent.CompletionStage;

public interface CartStore {
  CompletionStage<String> find(String id);

  CompletionStage<Boolean> replace(String cart);

  CompletionStage<Boolean> remove(String id);

  CompletionStage<String> findParked(int limit);
}
