package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.usecase.access.CachedTerminals;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Routes that show and clear the caller's tenant in the terminal cache. Field names are in snake
 * case, as in kugelpos.
 */
final class CacheRoutes {

  private static final String TYPE = "terminal_info";

  private final CachedTerminals cache;

  CacheRoutes(CachedTerminals cache) {
    this.cache = cache;
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

  /** These two operations have no operation name. */
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
