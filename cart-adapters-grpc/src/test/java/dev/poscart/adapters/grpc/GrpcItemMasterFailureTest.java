package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TEA;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong answers, errors and missing answers. */
class GrpcItemMasterFailureTest extends WithItemMaster {

  private PortException failureFor(ItemDetailResponse answer) throws Exception {
    server.behave(
        (request, caller) -> {
          caller.onNext(answer);
          caller.onCompleted();
        });
    return Await.portFailure(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
  }

  @Test
  void emptyAnswer_isAnInvalidResponse_notAMissingItem() throws Exception {
    PortException failure = failureFor(ItemDetailResponse.getDefaultInstance());
    assertThat(failure)
        .hasMessage(
            "item-master PERMANENT_FAILURE: item 4900000000016: the response is for code ''");
  }

  @Test
  void answerForAnotherCode_isAnInvalidResponse() throws Exception {
    assertThat(failureFor(Samples.tea().build()).category()).isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void negativePrice_isAnInvalidResponse() throws Exception {
    assertThat(failureFor(Samples.onigiri().setPrice(-1).build()))
        .hasMessage(
            "item-master PERMANENT_FAILURE: item 4900000000016: price: -1 (expected: >= 0)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-0.5", "1e999999999", "NaN", "12,5", "1234567890123"})
  void unparsableDecimalPrice_isAnInvalidResponse(String price) throws Exception {
    assertThat(failureFor(Samples.onigiri().setDecimalPrice(price).build()).category())
        .isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void itemWithoutTaxCode_isAnInvalidResponse() throws Exception {
    assertThat(failureFor(Samples.onigiri().clearTaxCode().build()).category())
        .isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void oneInvalidAnswerOfSeveral_failsTheLookUp() throws Exception {
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().setPrice(-1).build());
    var lookUp = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI, TEA));
    assertThat(Await.portFailure(lookUp).category()).isEqualTo(Category.PERMANENT_FAILURE);
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
    "UNIMPLEMENTED, PERMANENT_FAILURE",
    "INVALID_ARGUMENT, PERMANENT_FAILURE",
    "PERMISSION_DENIED, PERMANENT_FAILURE",
    "UNAUTHENTICATED, PERMANENT_FAILURE",
    "DATA_LOSS, PERMANENT_FAILURE",
  })
  void errorStatus_isAFailureOfItsCategory(Status.Code code, Category category) throws Exception {
    server.behave((request, caller) -> caller.onError(code.toStatus().asRuntimeException()));
    PortException failure = Await.portFailure(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure.port()).isEqualTo("item-master");
  }

  @Test
  void hangingMaster_isATimeoutAtTheDeadline_andTheChannelServesTheNextCall() throws Exception {
    reopen(Duration.ofSeconds(1));
    server.put(Samples.onigiri().build());
    find(ONIGIRI);
    server.behave((request, caller) -> {});
    var hanging = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(hanging).category()).isEqualTo(Category.TIMEOUT);
    server.behave(server::lookUp);
    assertThat(find(ONIGIRI)).containsOnlyKeys(ONIGIRI);
    assertThat(server.transportsOpened()).isEqualTo(1);
  }

  @Test
  void tooLargeAnswer_isAFailure_andTheChannelServesTheNextCall() throws Exception {
    server.put(Samples.tea().build());
    server.put(Samples.onigiri().setItemName("x".repeat(11 * 1024 * 1024)).build());
    var tooLarge = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(tooLarge).category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(find(TEA)).containsOnlyKeys(TEA);
    assertThat(server.transportsOpened()).isEqualTo(1);
  }
}
