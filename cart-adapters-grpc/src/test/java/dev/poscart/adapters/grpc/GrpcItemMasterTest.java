package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.proto.ItemDetailRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Requests on the wire, and the meaning of good responses. */
class GrpcItemMasterTest extends WithItemMaster {

  @Test
  void item_isReadFromTheAnswer() throws Exception {
    server.put(Samples.onigiri().build());
    assertThat(find(ONIGIRI))
        .containsExactly(
            Map.entry(
                ONIGIRI,
                new Item(
                    "4900000000016",
                    "おにぎり 鮭",
                    Optional.empty(),
                    Money.of(150),
                    Optional.empty(),
                    "101",
                    "02",
                    false,
                    true)));
    assertThat(codes).containsExactly("OK");
  }

  @Test
  void request_hasTenantStoreTerminalAndCode() throws Exception {
    AtomicReference<ItemDetailRequest> seen = new AtomicReference<>();
    server.behave(
        (request, caller) -> {
          seen.set(request);
          server.lookUp(request, caller);
        });
    find(ONIGIRI);
    assertThat(seen.get())
        .isEqualTo(
            ItemDetailRequest.newBuilder()
                .setTenantId("A1234")
                .setStoreCode("5678")
                .setItemCode("4900000000016")
                .setTerminalId("A1234-5678-9")
                .build());
  }

  @Test
  void severalCodes_areRequestedInParallel_onOneTransport() throws Exception {
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().build());
    // No call is answered before all three have arrived.
    var waiting = new CountDownLatch(3);
    server.behave(
        (request, caller) -> {
          waiting.countDown();
          try {
            waiting.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          server.lookUp(request, caller);
        });
    assertThat(find(ONIGIRI, TEA, "4900000000030")).containsOnlyKeys(ONIGIRI, TEA);
    assertThat(server.transportsOpened()).isEqualTo(1);
    assertThat(codes).containsExactlyInAnyOrder("OK", "OK", "NOT_FOUND");
  }

  @Test
  void noCodes_makeNoCall() throws Exception {
    assertThat(find()).isEmpty();
    assertThat(adapter.channelsCreated()).isZero();
  }

  @Test
  void unknownItem_isAbsent() throws Exception {
    assertThat(find(ONIGIRI)).isEmpty();
    assertThat(codes).containsExactly("NOT_FOUND");
  }

  @Test
  void inactiveItem_isAbsent() throws Exception {
    server.put(Samples.onigiri().setIsActive(false).build());
    assertThat(find(ONIGIRI)).isEmpty();
  }

  @Test
  void freeItem_isFound() throws Exception {
    server.put(Samples.onigiri().setPrice(0).build());
    assertThat(find(ONIGIRI).values()).extracting(Item::price).containsExactly(Money.ZERO);
  }

  @Test
  void decimalPrice_takesPrecedenceOverTheWholeOne() throws Exception {
    server.put(Samples.onigiri().setPrice(70).setDecimalPrice("70.5").build());
    assertThat(find(ONIGIRI).values())
        .extracting(Item::unitPrice)
        .containsExactly(Money.of("70.5"));
  }

  @Test
  void discountRestriction_isReadFromTheAnswer() throws Exception {
    server.put(Samples.onigiri().setIsDiscountRestricted(true).build());
    assertThat(find(ONIGIRI).values()).extracting(Item::discountRestricted).containsExactly(true);
  }

  @Test
  void largeAnswerWithinTheLimit_isAccepted() throws Exception {
    server.put(Samples.onigiri().setItemName("x".repeat(9 * 1024 * 1024)).build());
    assertThat(find(ONIGIRI)).containsOnlyKeys(ONIGIRI);
  }
}
