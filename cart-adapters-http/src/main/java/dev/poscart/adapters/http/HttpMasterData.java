package dev.poscart.adapters.http;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Settings, promotions and payment methods from the master-data service. */
final class HttpMasterData {

  /** All payment codes known to kugelpos. The service does not tell what a code means. */
  private static final List<String> PAYMENT_CODES =
      Arrays.stream(PaymentKind.values()).map(PaymentKind::usualCode).toList();

  private final PeerServiceClient service;
  private final Credentials credentials;

  HttpMasterData(PeerServiceClient service, Credentials credentials) {
    this.service = service;
    this.credentials = credentials;
  }

  CompletionStage<List<Setting>> settings(String tenantId) {
    return ask(tenantId, RoutePath.of("tenants", tenantId, "settings"))
        .thenApply(
            reply -> reply.isFound() ? MasterDataJson.settings(reply.data()) : List.<Setting>of());
  }

  CompletionStage<List<Promotion>> promotions(StoreKey store) {
    return ask(
            store.tenantId(),
            RoutePath.of("tenants", store.tenantId(), "promotions", "active")
                .with("storeCode", store.storeCode()))
        .thenApply(
            reply ->
                reply.isFound()
                    ? MasterDataJson.promotions(store.storeCode(), reply.data())
                    : List.<Promotion>of());
  }

  /** The payment methods of all codes known to kugelpos, requested concurrently. */
  CompletionStage<Map<String, PaymentMethod>> paymentMethods(String tenantId) {
    return known(PAYMENT_CODES, code -> paymentMethod(tenantId, code));
  }

  /** Empty for unknown codes, without a request. */
  private CompletionStage<Optional<PaymentMethod>> paymentMethod(String tenantId, String code) {
    return PaymentKind.ofUsualCode(code)
        .map(kind -> paymentMethod(tenantId, code, kind))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletionStage<Optional<PaymentMethod>> paymentMethod(
      String tenantId, String code, PaymentKind kind) {
    return ask(tenantId, RoutePath.of("tenants", tenantId, "payments", code))
        .thenApply(
            reply ->
                reply.isFound()
                    ? Optional.of(MasterDataJson.paymentMethod(code, kind, reply.data()))
                    : Optional.empty());
  }

  /** All items that the service knows, requested concurrently. */
  CompletionStage<Map<String, Item>> items(TerminalKey terminal, Set<String> itemCodes) {
    return known(itemCodes, itemCode -> item(terminal, itemCode));
  }

  private CompletionStage<Optional<Item>> item(TerminalKey terminal, String itemCode) {
    return ask(
            terminal.tenantId(),
            RoutePath.of(
                "tenants",
                terminal.tenantId(),
                "stores",
                terminal.storeCode(),
                "items",
                itemCode,
                "details"))
        .thenApply(
            reply -> {
              try {
                return reply.isFound() ? ItemJson.read(itemCode, reply.data()) : Optional.empty();
              } catch (IllegalArgumentException e) {
                throw service.invalidResponse("item " + itemCode + ": " + e.getMessage());
              }
            });
  }

  /** Requests all codes concurrently and keeps those that are known. */
  private static <T> CompletionStage<Map<String, T>> known(
      Collection<String> codes, Function<String, CompletionStage<Optional<T>>> ask) {
    CompletionStage<Map<String, T>> all = Stages.completed(new HashMap<>());
    for (String code : codes) {
      all =
          all.thenCombine(
              ask.apply(code),
              (known, found) -> {
                found.ifPresent(value -> known.put(code, value));
                return known;
              });
    }
    return all.thenApply(Map::copyOf);
  }

  /**
   * Status 404 means that the data does not exist. Rejected credentials mean that it is unknown.
   */
  CompletionStage<PeerServiceClient.Reply> ask(String tenantId, RoutePath path) {
    Optional<Credential> credential = credentials.of(tenantId);
    if (credential.isEmpty()) {
      return CompletableFuture.failedFuture(
          unavailable("no terminal of the tenant has authenticated by API key"));
    }
    return service
        .get(path, credential.get())
        .thenApply(
            reply -> {
              if (reply.isRefused()) {
                credentials.refused(tenantId, credential.get());
                throw unavailable("unexpected status " + reply.status());
              }
              if (!reply.isFound() && reply.status() != 404) {
                throw service.invalidResponse("unexpected status " + reply.status());
              }
              return reply;
            });
  }

  PortException invalidResponse(String what) {
    return service.invalidResponse(what);
  }

  private PortException unavailable(String why) {
    return new PortException(service.name(), Category.UNAVAILABLE, why);
  }
}
