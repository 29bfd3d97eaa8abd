package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.usecase.cart.MasterDataListing;
import dev.poscart.web.JsonText.ElementWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Kugelpos's lists of master-data, read only, for tills that show what can be sold. Where neither a
 * store profile nor a master-data service has them, they answer 404/100001.
 */
final class MasterDataRoutes {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final MasterDataListing lists;

  MasterDataRoutes(MasterDataListing lists) {
    this.lists = lists;
  }

  CompletionStage<Renderable> items(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_item_master_all_async",
        "Items found. Total items: ",
        window -> lists.items(caller.key().tenantId(), window),
        MasterDataRoutes::item);
  }

  CompletionStage<Renderable> storePrices(Terminal caller, ApiRequest request) {
    StoreKey store = new StoreKey(caller.key().tenantId(), request.pathText("store_code"));
    return list(
        caller,
        request,
        "get_item_store_all_async",
        "Store items found. Total items: ",
        window -> lists.storePrices(store, window),
        MasterDataRoutes::storePrice);
  }

  CompletionStage<Renderable> categories(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_categories",
        "Categories found. Total categories: ",
        window -> lists.categories(caller.key().tenantId(), window),
        MasterDataRoutes::category);
  }

  CompletionStage<Renderable> paymentMethods(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_all_payments",
        "Payments found. Total payments: ",
        window -> lists.paymentMethods(caller.key().tenantId(), window),
        MasterDataRoutes::paymentMethod);
  }

  private <T> CompletionStage<Renderable> list(
      Terminal caller,
      ApiRequest request,
      String operation,
      String message,
      Function<Window, CompletionStage<ListPage<T>>> reader,
      ElementWriter<T> writer) {
    Window window = window(request);
    caller.requireTenant(request.path("tenant_id"));
    return reader
        .apply(window)
        .thenApply(
            page ->
                new Reply(
                    200,
                    operation,
                    message + page.total(),
                    out -> elements(out, page.elements(), writer),
                    out -> metadata(out, window, page.total())));
  }

  private static Window window(ApiRequest request) {
    int limit = QueryRequest.number(request, "limit").orElse(DEFAULT_LIMIT);
    int number = QueryRequest.number(request, "page").orElse(1);
    if (limit < 1 || limit > MAX_LIMIT) {
      request.problems().add("query -> limit", "Input should be 1 to " + MAX_LIMIT);
    }
    if (number < 1 || number > Integer.MAX_VALUE / MAX_LIMIT) {
      request
          .problems()
          .add("query -> page", "Input should be 1 to " + Integer.MAX_VALUE / MAX_LIMIT);
    }
    request.problems().throwIfAny();
    return new Window(limit, number);
  }

  private static void metadata(JsonGenerator out, Window window, long total) throws IOException {
    out.writeStartObject();
    out.writeNumberField("total", total);
    out.writeNumberField("page", window.page());
    out.writeNumberField("limit", window.limit());
    out.writeNullField("sort");
    out.writeNullField("filter");
    out.writeEndObject();
  }

  private static <T> void elements(JsonGenerator out, List<T> list, ElementWriter<T> writer)
      throws IOException {
    out.writeStartArray();
    for (T element : list) {
      out.writeStartObject();
      writer.write(out, element);
      out.writeNullField("entryDatetime");
      out.writeNullField("lastUpdateDatetime");
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** What an item costs the shop is not for tills. */
  private static void item(JsonGenerator out, MasterDataLists.Item item) throws IOException {
    out.writeStringField("itemCode", item.itemCode());
    out.writeStringField("description", item.description());
    JsonText.money(out, "unitPrice", item.unitPrice());
    out.writeNumberField("unitCost", 0);
    JsonText.list(out, "itemDetails", List.<String>of(), JsonGenerator::writeString);
    JsonText.list(out, "imageUrls", item.images(), JsonGenerator::writeString);
    out.writeStringField("categoryCode", item.categoryCode());
    out.writeStringField("taxCode", item.taxCode());
    out.writeBooleanField("isDiscountRestricted", item.discountRestricted());
    out.writeBooleanField("isDeleted", item.deleted());
  }

  private static void storePrice(JsonGenerator out, MasterDataLists.StorePrice price)
      throws IOException {
    out.writeStringField("itemCode", price.itemCode());
    JsonText.money(out, "storePrice", price.price());
  }

  private static void category(JsonGenerator out, MasterDataLists.Category category)
      throws IOException {
    out.writeStringField("categoryCode", category.code());
    out.writeStringField("description", category.name());
    out.writeStringField("descriptionShort", category.shortName());
    out.writeStringField("taxCode", category.taxCode());
  }

  private static void paymentMethod(JsonGenerator out, PaymentMethod method) throws IOException {
    out.writeStringField("paymentCode", method.paymentCode());
    out.writeStringField("description", method.description());
    JsonText.money(out, "limitAmount", method.limitAmount());
    out.writeBooleanField("canRefund", method.canRefund());
    out.writeBooleanField("canDepositOver", method.canTenderOver());
    out.writeBooleanField("canChange", method.canChange());
    out.writeBooleanField("isActive", method.active());
  }
}
