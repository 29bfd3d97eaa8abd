package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.usecase.desk.DeskListing;
import dev.poscart.domain.usecase.desk.DeskListing.Listed;
import dev.poscart.domain.usecase.desk.TerminalLogin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The routes by which a terminal gets a token and reads about its tenant and its store. */
final class DeskListRoutes {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 10_000;
  private static final String ASCENDING = "terminal_id:1";
  private static final String DESCENDING = "terminal_id:-1";

  private final DeskListing listing;
  private final TerminalLogin login;
  private final String since;

  DeskListRoutes(DeskUseCases useCases) {
    this.listing = useCases.listing();
    this.login = useCases.login();
    this.since = useCases.since();
  }

  /** Issues a token. Its keys are in snake case, and the operation is null, as in kugelpos. */
  CompletionStage<Renderable> token(Terminal caller, ApiRequest request) {
    String id = caller.key().terminalId();
    return listing
        .own(caller, id)
        .thenCompose(login::issue)
        .thenApply(
            token ->
                new Reply(
                    200,
                    "",
                    "Token issued for terminal " + id,
                    out -> {
                      out.writeStartObject();
                      out.writeStringField("access_token", token.text());
                      out.writeStringField("token_type", "bearer");
                      out.writeNumberField("expires_in", token.lifeSeconds());
                      out.writeEndObject();
                    },
                    JsonValueWriter.NULL));
  }

  CompletionStage<Renderable> terminals(Terminal caller, ApiRequest request) {
    int limit = QueryRequest.number(request, "limit").orElse(DEFAULT_LIMIT);
    int page = QueryRequest.number(request, "page").orElse(1);
    String sort = request.query("sort").orElse(ASCENDING);
    Problems problems = request.problems();
    if (limit < 0 || limit > MAX_LIMIT) {
      problems.add("query -> limit", "Input should be 0 to " + MAX_LIMIT);
    }
    if (page < 1) {
      problems.add("query -> page", "Input should be 1 or more");
    }
    if (!sort.equals(ASCENDING) && !sort.equals(DESCENDING)) {
      problems.add("query -> sort", "Input should be '" + ASCENDING + "' or '" + DESCENDING + "'");
    }
    problems.throwIfAny();
    request.query("store_code").ifPresent(code -> checkOwn(caller, code));
    return listing.terminals(caller).thenApply(all -> reply(caller, all, limit, page, sort));
  }

  private Renderable reply(Terminal caller, List<Listed> all, int limit, int page, String sort) {
    List<Listed> sorted = new ArrayList<>(all);
    if (sort.equals(DESCENDING)) {
      Collections.reverse(sorted);
    }
    List<Listed> shown =
        limit == 0 ? sorted : sorted.stream().skip((page - 1L) * limit).limit(limit).toList();
    return new Reply(
        200,
        "get_terminals",
        "Terminals Retrieved. count: " + shown.size(),
        out -> {
          out.writeStartArray();
          for (Listed each : shown) {
            new TerminalStateJson(each.key(), each.state(), since).write(out);
          }
          out.writeEndArray();
        },
        out -> metadata(out, caller.key(), all.size(), limit, page, sort));
  }

  private static void metadata(
      JsonGenerator out, TerminalKey caller, int total, int limit, int page, String sort)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("total", total);
    out.writeNumberField("page", page);
    out.writeNumberField("limit", limit);
    out.writeStringField("sort", sort);
    out.writeObjectFieldStart("filter");
    out.writeStringField("tenant_id", caller.tenantId());
    out.writeStringField("store_code", caller.storeCode());
    out.writeEndObject();
    out.writeEndObject();
  }

  CompletionStage<Renderable> tenant(Terminal caller, ApiRequest request) {
    String tenantId = ownTenant(caller, request);
    return listing
        .stores(caller)
        .thenApply(
            stores ->
                new Reply(
                    200,
                    "get_tenant",
                    "Tenant info for tenant " + tenantId,
                    out -> tenant(out, tenantId, stores),
                    JsonValueWriter.NULL));
  }

  private void tenant(JsonGenerator out, String tenantId, List<Store> stores) throws IOException {
    out.writeStartObject();
    out.writeStringField("tenantId", tenantId);
    out.writeStringField("tenantName", tenantId);
    out.writeArrayFieldStart("tags");
    out.writeEndArray();
    JsonText.list(out, "stores", stores, this::store);
    times(out);
    out.writeEndObject();
  }

  CompletionStage<Renderable> stores(Terminal caller, ApiRequest request) {
    String tenantId = ownTenant(caller, request);
    return listing
        .stores(caller)
        .thenApply(
            stores ->
                new Reply(
                    200,
                    "get_stores",
                    "Stores info for tenant " + tenantId,
                    out -> {
                      out.writeStartArray();
                      for (Store each : stores) {
                        store(out, each);
                      }
                      out.writeEndArray();
                    },
                    JsonValueWriter.NULL));
  }

  CompletionStage<Renderable> store(Terminal caller, ApiRequest request) {
    String tenantId = ownTenant(caller, request);
    String code = request.path("store_code");
    return listing
        .stores(caller)
        .thenApply(
            stores ->
                stores.stream()
                    .filter(each -> each.key().storeCode().equals(code))
                    .findFirst()
                    .orElseThrow(
                        () -> new Refused(Refusal.STORE_NOT_FOUND, "Store not found: " + code)))
        .thenApply(
            found ->
                new Reply(
                    200,
                    "get_store",
                    "Store info for tenant " + tenantId,
                    out -> store(out, found),
                    JsonValueWriter.NULL));
  }

  private void store(JsonGenerator out, Store store) throws IOException {
    out.writeStartObject();
    out.writeStringField("storeCode", store.key().storeCode());
    out.writeStringField("storeName", store.name());
    out.writeStringField("status", "Idle");
    out.writeNullField("businessDate");
    out.writeArrayFieldStart("tags");
    out.writeEndArray();
    times(out);
    out.writeEndObject();
  }

  private void times(JsonGenerator out) throws IOException {
    out.writeStringField("entryDatetime", since);
    out.writeNullField("lastUpdateDatetime");
  }

  private static String ownTenant(Terminal caller, ApiRequest request) {
    String tenantId = request.path("tenant_id");
    caller.requireTenant(tenantId);
    return tenantId;
  }

  private static void checkOwn(Terminal caller, String storeCode) {
    if (!caller.key().storeCode().equals(storeCode)) {
      throw new Refused(Refusal.NOT_PERMITTED, "A terminal lists its own store only");
    }
  }
}
