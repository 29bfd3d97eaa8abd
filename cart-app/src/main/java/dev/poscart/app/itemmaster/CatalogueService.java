package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import dev.poscart.app.profile.CatalogueItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemDetailsRequest;
import dev.poscart.proto.ItemDetailsResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.math.RoundingMode;
import java.util.Optional;

/** The gRPC service that answers item look-ups from the catalogue. */
final class CatalogueService extends ItemServiceGrpc.ItemServiceImplBase {

  private final Catalogue catalogue;

  CatalogueService(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void getItemDetail(
      ItemDetailRequest request, StreamObserver<ItemDetailResponse> observer) {
    Optional<ItemDetailResponse> item =
        find(request.getTenantId(), request.getStoreCode(), request.getItemCode());
    if (item.isEmpty()) {
      observer.onError(
          Status.NOT_FOUND.withDescription("no item " + request.getItemCode()).asException());
      return;
    }
    observer.onNext(item.get());
    observer.onCompleted();
  }

  @Override
  public void getItemDetails(
      ItemDetailsRequest request, StreamObserver<ItemDetailsResponse> observer) {
    ItemDetailsResponse.Builder answer = ItemDetailsResponse.newBuilder();
    request.getItemCodesList().stream()
        .distinct()
        .map(itemCode -> find(request.getTenantId(), request.getStoreCode(), itemCode))
        .flatMap(Optional::stream)
        .forEach(answer::addItems);
    observer.onNext(answer.build());
    observer.onCompleted();
  }

  private Optional<ItemDetailResponse> find(String tenantId, String storeCode, String itemCode) {
    return catalogue
        .find(tenantId, itemCode)
        .map(item -> response(item, price(tenantId, storeCode, item)));
  }

  private static ItemDetailResponse response(CatalogueItem item, Money price) {
    return ItemDetailResponse.newBuilder()
        .setItemCode(item.itemCode())
        .setItemName(item.description())
        .setPrice(price.rounded(0, RoundingMode.DOWN).amount().intValueExact())
        .setDecimalPrice(price.amount().toPlainString())
        .setTaxRate(number(item.taxCode()))
        .setCategoryCode(item.categoryCode())
        .setBarcode(item.itemCode())
        .setIsActive(item.active())
        .setTaxCode(item.taxCode())
        .setIsDiscountRestricted(item.discountRestricted())
        .build();
  }

  private Money price(String tenantId, String storeCode, CatalogueItem item) {
    if (tenantId.isBlank() || storeCode.isBlank()) {
      return item.unitPrice();
    }
    return catalogue
        .storePrice(new StoreKey(tenantId, storeCode), item.itemCode())
        .filter(Money::isPositive)
        .orElse(item.unitPrice());
  }

  private static int number(String taxCode) {
    return taxCode.matches("[0-9]{1,9}") ? Integer.parseInt(taxCode) : 0;
  }
}
