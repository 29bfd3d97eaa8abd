package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.web.JsonText.ElementWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Kugelpos's lists of master-data, read only, for tills that show what can be sold. Without a store
 * profile another service has them, and they answer 404/100001.
 */
final class MasterDataRoutes {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final Optional<MasterDataLists> source;

  MasterDataRoutes(Optional<MasterDataLists> source) {
    this.source = source;
  }

  CompletionStage<Renderable> items(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_item_master_all_async",
        "Items found. Total items: ",
        from -> from.items(caller.key().tenantId()),
        MasterDataRoutes::item);
  }

  CompletionStage<Renderable> storePrices(Terminal caller, ApiRequest request) {
    StoreKey store = new StoreKey(caller.key().tenantId(), request.pathText("store_code"));
    return list(
        caller,
        request,
        "get_item_store_all_async",
        "Store items found. Total items: ",
        from -> from.storePrices(store),
        MasterDataRoutes::storePrice);
  }

  CompletionStage<Renderable> categories(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_categories",
        "Categories found. Total categories: ",
        from -> from.categories(caller.key().tenantId()),
        MasterDataRoutes::category);
  }

  CompletionStage<Renderable> paymentMethods(Terminal caller, ApiRequest request) {
    return list(
        caller,
        request,
        "get_all_payments",
        "Payments found. Total payments: ",
        from -> from.paymentMethods(caller.key().tenantId()),
        MasterDataRoutes::paymentMethod);
  }

  private <T> CompletionStage<Renderable> list(
      Terminal caller,
      ApiRequest request,
      String operation,
      String message,
      Function<MasterDataLists, List<T>> reader,
      ElementWriter<T> writer) {
    Page page = Page.read(request);
    String tenantId = request.path("tenant_id");
    caller.requireTenant(tenantId);
    List<T> all =
        source
            .map(reader)
            .orElseThrow(
                () ->
                    new Refused(
                        Refusal.NOT_FOUND,
                        "Another service has the master data of ",
                        Subject.tenant(tenantId)));
    return CompletableFuture.completedFuture(
        new Reply(
            200,
            operation,
            message + all.size(),
            out -> elements(out, page.of(all), writer),
            out -> page.metadata(out, all.size())));
  }

  /** A page of a list, counted from 1. */
  private record Page(int limit, int number) {

    static Page read(ApiRequest request) {
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
      return new Page(limit, number);
    }

    <T> List<T> of(List<T> all) {
      return all.stream().skip((long) limit * (number - 1)).limit(limit).toList();
    }

    void metadata(JsonGenerator out, int total) throws IOException {
      out.writeStartObject();
      out.writeNumberField("total", total);
      out.writeNumberField("page", number);
      out.writeNumberField("limit", limit);
      out.writeNullField("sort");
      out.writeNullField("filter");
      out.writeEndObject();
    }
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

  /** A store profile knows no costs. */
  private static void item(JsonGenerator out, MasterDataLists.Item item) throws IOException {
    out.writeStringField("itemCode", item.itemCode());
    out.writeStringField("description", item.description());
    JsonText.money(out, "unitPrice", item.unitPrice());
    out.writeNumberField("unitCost", 0);
    JsonText.list(out, "itemDetails", List.<String>of(), JsonGenerator::writeString);
    JsonText.list(out, "imageUrls", item.image().stream().toList(), JsonGenerator::writeString);
    out.writeStringField("categoryCode", item.categoryCode());
    out.writeStringField("taxCode", item.taxCode());
    out.writeBooleanField("isDiscountRestricted", item.discountRestricted());
    out.writeBooleanField("isDeleted", false);
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
    out.writeStringField("descriptionShort", category.name());
    out.writeStringField("taxCode", "");
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
