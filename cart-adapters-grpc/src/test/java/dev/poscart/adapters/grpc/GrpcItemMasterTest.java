package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TEA;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what the answers mean. */
class GrpcItemMasterTest {

  private final List<String> codes = new CopyOnWriteArrayList<>();
  private ItemMasterServer server;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    adapter = open(Duration.ofSeconds(20));
  }

  private ItemMasterAdapter open(Duration deadline) {
    return ItemMasterAdapter.open(
        Samples.bare(server.target()).withDeadline(deadline),
        new ItemMasterObserver() {
          @Override
          public void callEnded(String code, Duration duration) {
            assertThat(duration).isPositive();
            codes.add(code);
          }
        });
  }

  @AfterEach
  void close() throws Exception {
    Await.valueOf(adapter.end("test over"));
    server.close();
  }

  private Map<String, Item> find(String... itemCodes) throws Exception {
    return Await.valueOf(adapter.port().findItems(TERMINAL, Set.of(itemCodes)));
  }

  private PortException failureFor(ItemDetailResponse answer) throws Exception {
    server.behave(
        (request, caller) -> {
          caller.onNext(answer);
          caller.onCompleted();
        });
    return Await.failureOf(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
  }

  @Test
  void item_isTakenFromTheAnswer() throws Exception {
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
  void request_saysTenantStoreTerminalAndCode() throws Exception {
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
  void severalCodes_areAskedInParallel_onOneTransport() throws Exception {
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().build());
    // Nobody is answered before all three have asked.
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
  void noCodes_askNobody() throws Exception {
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
  void freeItem_isAnItem() throws Exception {
    server.put(Samples.onigiri().setPrice(0).build());
    assertThat(find(ONIGIRI).values()).extracting(Item::price).containsExactly(Money.ZERO);
  }

  @Test
  void emptyAnswer_isABrokenMaster_notAMissingItem() throws Exception {
    PortException failure = failureFor(ItemDetailResponse.getDefaultInstance());
    assertThat(failure)
        .hasMessage("item-master BROKEN: item 4900000000016: the answer is for code ''");
  }

  @Test
  void answerForAnotherCode_isABrokenMaster() throws Exception {
    assertThat(failureFor(Samples.tea().build()).category()).isEqualTo(Category.BROKEN);
  }

  @Test
  void negativePrice_isABrokenMaster() throws Exception {
    assertThat(failureFor(Samples.onigiri().setPrice(-1).build()))
        .hasMessage("item-master BROKEN: item 4900000000016: price: -1 (expected: >= 0)");
  }

  @Test
  void decimalPrice_winsOverTheWholeOne() throws Exception {
    server.put(Samples.onigiri().setPrice(70).setDecimalPrice("70.5").build());
    assertThat(find(ONIGIRI).values())
        .extracting(Item::unitPrice)
        .containsExactly(Money.of("70.5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-0.5", "1e999999999", "NaN", "12,5", "1234567890123"})
  void decimalPriceThatIsNoPrice_isABrokenMaster(String price) throws Exception {
    assertThat(failureFor(Samples.onigiri().setDecimalPrice(price).build()).category())
        .isEqualTo(Category.BROKEN);
  }

  @Test
  void discountRestriction_isTakenFromTheAnswer() throws Exception {
    server.put(Samples.onigiri().setIsDiscountRestricted(true).build());
    assertThat(find(ONIGIRI).values()).extracting(Item::discountRestricted).containsExactly(true);
  }

  @Test
  void itemWithoutTaxCode_isABrokenMaster() throws Exception {
    assertThat(failureFor(Samples.onigiri().clearTaxCode().build()).category())
        .isEqualTo(Category.BROKEN);
  }

  @Test
  void oneBrokenAnswerOfSeveral_failsTheLookUp() throws Exception {
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().setPrice(-1).build());
    var lookUp = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI, TEA));
    assertThat(Await.failureOf(lookUp).category()).isEqualTo(Category.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "DEADLINE_EXCEEDED, TIMEOUT",
    "UNAVAILABLE, UNAVAILABLE",
    "RESOURCE_EXHAUSTED, UNAVAILABLE",
    "INTERNAL, FAILED",
    "UNKNOWN, FAILED",
    "ABORTED, FAILED",
    "CANCELLED, FAILED",
    "UNIMPLEMENTED, BROKEN",
    "INVALID_ARGUMENT, BROKEN",
    "PERMISSION_DENIED, BROKEN",
    "UNAUTHENTICATED, BROKEN",
    "DATA_LOSS, BROKEN",
  })
  void errorStatus_isTroubleOfItsCategory(Status.Code code, Category category) throws Exception {
    server.behave((request, caller) -> caller.onError(code.toStatus().asRuntimeException()));
    PortException failure = Await.failureOf(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure.port()).isEqualTo("item-master");
  }

  @Test
  void hangingMaster_isATimeoutByTheDeadline_andTheChannelServesTheNextCall() throws Exception {
    Await.valueOf(adapter.end("replaced"));
    adapter = open(Duration.ofSeconds(1));
    server.put(Samples.onigiri().build());
    find(ONIGIRI);
    server.behave((request, caller) -> {});
    var hanging = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.failureOf(hanging).category()).isEqualTo(Category.TIMEOUT);
    server.behave(server::lookUp);
    assertThat(find(ONIGIRI)).containsOnlyKeys(ONIGIRI);
    assertThat(server.transportsOpened()).isEqualTo(1);
  }

  @Test
  void tooLargeAnswer_isTrouble_andTheChannelServesTheNextCall() throws Exception {
    server.put(Samples.tea().build());
    server.put(Samples.onigiri().setItemName("x".repeat(11 * 1024 * 1024)).build());
    var tooLarge = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.failureOf(tooLarge).category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(find(TEA)).containsOnlyKeys(TEA);
    assertThat(server.transportsOpened()).isEqualTo(1);
  }

  @Test
  void largeAnswerWithinTheLimit_isTaken() throws Exception {
    server.put(Samples.onigiri().setItemName("x".repeat(9 * 1024 * 1024)).build());
    assertThat(find(ONIGIRI)).containsOnlyKeys(ONIGIRI);
  }
}
