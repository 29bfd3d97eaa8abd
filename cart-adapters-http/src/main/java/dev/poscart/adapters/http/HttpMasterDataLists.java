package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The lists of the master-data service, page by page as they are asked for. */
final class HttpMasterDataLists implements MasterDataLists {

  private final HttpMasterData service;

  HttpMasterDataLists(HttpMasterData service) {
    this.service = service;
  }

  @Override
  public CompletionStage<ListPage<Item>> items(String tenantId, Window window) {
    return list(
        tenantId, RoutePath.of("tenants", tenantId, "items"), window, MasterDataListJson::item);
  }

  @Override
  public CompletionStage<ListPage<StorePrice>> storePrices(StoreKey store, Window window) {
    return list(
        store.tenantId(),
        RoutePath.of("tenants", store.tenantId(), "stores", store.storeCode(), "items"),
        window,
        MasterDataListJson::storePrice);
  }

  @Override
  public CompletionStage<ListPage<Category>> categories(String tenantId, Window window) {
    return list(
        tenantId,
        RoutePath.of("tenants", tenantId, "categories"),
        window,
        MasterDataListJson::category);
  }

  @Override
  public CompletionStage<ListPage<PaymentMethod>> paymentMethods(String tenantId, Window window) {
    return list(
        tenantId,
        RoutePath.of("tenants", tenantId, "payments"),
        window,
        MasterDataListJson::paymentMethod);
  }

  private <T> CompletionStage<ListPage<T>> list(
      String tenantId, RoutePath path, Window window, Function<JsonNode, T> element) {
    return service
        .ask(
            tenantId,
            path.with("limit", Integer.toString(window.limit()))
                .with("page", Integer.toString(window.page())))
        .thenApply(reply -> reply.isFound() ? page(reply, window, element) : window.of(List.of()));
  }

  /**
   * A master that does not keep to the limit does not know pages, so that a till that asks for the
   * next one would ask for ever.
   */
  private <T> ListPage<T> page(
      PeerServiceClient.Reply reply, Window window, Function<JsonNode, T> element) {
    JsonNode data = reply.data();
    if (!data.isArray() || data.size() > window.limit()) {
      throw service.invalidResponse(
          "%d elements (expected: a list of at most %d)".formatted(data.size(), window.limit()));
    }
    List<T> elements = new ArrayList<>();
    try {
      data.forEach(each -> elements.add(element.apply(each)));
    } catch (IllegalArgumentException e) {
      throw service.invalidResponse(String.valueOf(e.getMessage()));
    }
    long before = (long) window.limit() * (window.page() - 1);
    return new ListPage<>(elements, reply.total().orElse(before + elements.size()));
  }
}
