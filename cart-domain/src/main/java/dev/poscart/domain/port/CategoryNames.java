package dev.poscart.domain.port;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Provides what the categories of items are called. */
@FunctionalInterface
public interface CategoryNames {

  /** The names of a tenant's categories, by code. */
  CompletionStage<Map<String, String>> of(String tenantId);
}
