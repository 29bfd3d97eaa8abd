package dev.poscart.app.itemmaster;

import dev.poscart.app.profile.Catalogue;
import dev.poscart.app.profile.CatalogueItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.math.RoundingMode;
import java.util.Optional;

/** Answers look-ups from the catalogue. */
final class CatalogueService extends ItemServiceGrpc.ItemServiceImplBase {

  private final Catalogue catalogue;

  CatalogueService(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void getItemDetail(
      ItemDetailRequest request, StreamObserver<ItemDetailResponse> observer) {
    Optional<CatalogueItem> item = catalogue.find(request.getTenantId(), request.getItemCode());
    if (item.isEmpty()) {
      observer.onError(
          Status.NOT_FOUND.withDescription("no item " + request.getItemCode()).asException());
      return;
    }
    observer.onNext(response(request, item.get()));
    observer.onCompleted();
  }

  private ItemDetailResponse response(ItemDetailRequest request, CatalogueItem item) {
    Money price = price(request, item);
    return ItemDetailResponse.newBuilder()
        .setItemCode(item.itemCode())
        .setItemName(item.description())
        .setPrice(price.rounded(0, RoundingMode.DOWN).amount().intValueExact())
        .setTaxRate(number(item.taxCode()))
        .setCategoryCode(item.categoryCode())
        .setBarcode(item.itemCode())
        .setIsActive(item.active())
        .setTaxCode(item.taxCode())
        .build();
  }

  private Money price(ItemDetailRequest request, CatalogueItem item) {
    if (request.getTenantId().isBlank() || request.getStoreCode().isBlank()) {
      return item.unitPrice();
    }
    return catalogue
        .storePrice(new StoreKey(request.getTenantId(), request.getStoreCode()), item.itemCode())
        .filter(Money::isPositive)
        .orElse(item.unitPrice());
  }

  private static int number(String taxCode) {
    return taxCode.matches("[0-9]{1,9}") ? Integer.parseInt(taxCode) : 0;
  }
}
