package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.usecase.access.CachedMasterData;
import dev.poscart.domain.usecase.access.CachedMasterData.Kind;
import dev.poscart.domain.usecase.access.CachedTerminals;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Routes that show and clear the caller's tenant in the caches. Field names are in snake case, as
 * in kugelpos.
 */
final class CacheRoutes {

  private static final String TYPE = "terminal_info";

  private static final String NAMESPACE = "namespace";

  /** Kugelpos's names for what is cached. */
  private static final Map<String, Kind> NAMESPACES =
      Map.of(
          "item_master", Kind.ITEMS,
          "payment_master", Kind.PAYMENT_METHODS,
          "promotion_master", Kind.PROMOTIONS,
          "settings_master", Kind.SETTINGS);

  private final CachedTerminals cache;
  private final CachedMasterData masterData;

  CacheRoutes(CachedTerminals cache, CachedMasterData masterData) {
    this.cache = cache;
    this.masterData = masterData;
  }

  CompletionStage<Renderable> status(String tenantId, ApiRequest request) {
    CachedTerminals.Content content = cache.content(tenantId);
    return reply(
        "Terminal cache status for tenant " + tenantId,
        out -> {
          out.writeStringField("cache_type", TYPE);
          out.writeStringField("tenant_id", tenantId);
          out.writeNumberField("tenant_cache_size", content.terminalIds().size());
          out.writeNumberField("total_cache_size", content.total());
          JsonText.list(
              out, "cached_terminal_ids", content.terminalIds(), JsonGenerator::writeString);
          out.writeStringField("status", content.enabled() ? "active" : "disabled");
        });
  }

  CompletionStage<Renderable> clear(String tenantId, ApiRequest request) {
    int cleared = cache.clear(tenantId);
    String message = "Terminal cache cleared successfully for tenant " + tenantId;
    return reply(
        message,
        out -> {
          out.writeStringField("message", message);
          out.writeStringField("cache_type", TYPE);
          out.writeStringField("tenant_id", tenantId);
          out.writeNumberField("items_cleared", cleared);
        });
  }

  /** Without a store code, the data of all stores is removed. */
  CompletionStage<Renderable> clearMasterData(String tenantId, ApiRequest request) {
    String namespace = request.query(NAMESPACE).orElse("");
    Kind kind = NAMESPACES.get(namespace);
    if (kind == null) {
      request
          .problems()
          .add(
              "query -> " + NAMESPACE,
              "Input should be one of " + String.join(", ", new TreeSet<>(NAMESPACES.keySet())));
    }
    request.problems().throwIfAny();
    Optional<String> storeCode = request.query("store_code").filter(code -> !code.isEmpty());
    long generation = masterData.clear(Objects.requireNonNull(kind), tenantId, storeCode);
    return reply(
        "Master data cache cleared for tenant " + tenantId,
        out -> {
          out.writeStringField("cache_type", "master_data");
          out.writeStringField("tenant_id", tenantId);
          out.writeStringField(NAMESPACE, namespace);
          out.writeObjectField("store_code", storeCode.orElse(null));
          out.writeNumberField("new_generation", generation);
        });
  }

  /** These operations have no operation name. */
  private static CompletionStage<Renderable> reply(String message, Fields fields) {
    return CompletableFuture.completedFuture(
        new Reply(
            200,
            "",
            message,
            out -> {
              out.writeStartObject();
              fields.write(out);
              out.writeEndObject();
            },
            JsonValueWriter.NULL));
  }

  /** Writes the fields of an object. */
  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }
}
