package dev.poscart.domain.usecase.closing;

import static dev.poscart.domain.fixtures.CartTestData.closing;
import static dev.poscart.domain.fixtures.CartTestData.fullCart;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.FaultyStores.Moment;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClosingRecoveryTest {

  private static final List<String> TENANTS = List.of("B9999", "A1234");

  private static final OffsetDateTime NOW =
      OffsetDateTime.parse("2026-11-23T18:27:02.838957123+09:00");

  private final FaultyStores faulty = new FaultyStores();
  private final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  @Test
  void recentMarks_areLeftToTheirRequests() {
    marked("old", NOW.minusSeconds(10));
    marked("young", NOW.minusSeconds(9));

    assertThat(Await.result(shop.recovery.run(TENANTS, Duration.ofSeconds(10)))).isEqualTo(1);
    assertThat(shop.logged(TILL_9)).hasSize(1);
    assertThat(shop.logged(TILL_9).get(0).claim()).isEqualTo("cart:old");
  }

  @Test
  void manyMarks_areAllFinishedInOrder() {
    for (int i = 0; i < 250; i++) {
      marked("c" + i, NOW.minusSeconds(1000 - i));
    }

    assertThat(Await.result(shop.recovery.run(TENANTS, Duration.ZERO))).isEqualTo(250);
    assertThat(shop.logged(TILL_9).stream().map(t -> t.numbers().transactionNo()).toList())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 250).mapToObj(i -> 251 - i).toList());
    assertThat(shop.logged(TILL_9).get(249).claim()).isEqualTo("cart:c0");
  }

  @Test
  void failureOfOneCart_doesNotDelayTheOthers() {
    marked("first", NOW.minusSeconds(3));
    marked("second", NOW.minusSeconds(2));
    // findClosing of both tenants, then the first cart's look at the log
    faulty.failAtCall(3, Moment.BEFORE);

    assertThat(Await.failure(shop.recovery.run(TENANTS, Duration.ZERO)))
        .isInstanceOf(PortException.class);
    assertThat(shop.stored(new CartId("second")).value().status()).isEqualTo(CartStatus.COMPLETED);
    assertThat(shop.logged(TILL_9)).hasSize(1);
    assertThat(Await.result(shop.recovery.run(TENANTS, Duration.ZERO))).isEqualTo(1);
    assertThat(shop.logged(TILL_9)).hasSize(2);
  }

  @Test
  void failureForOneTenant_doesNotDelayTheOthers() {
    marked("c", NOW);
    faulty.failAtCall(1, Moment.BEFORE);

    assertThat(Await.failure(shop.recovery.run(TENANTS, Duration.ZERO)))
        .isInstanceOf(PortException.class);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  private void marked(String id, OffsetDateTime at) {
    Await.result(faulty.carts.insert(closing(fullCart(id), at)));
  }
}
