package dev.poscart.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.TenantReference;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The store that is served by default. */
class DemoStoreTest {

  @Test
  void demoStore_canSell() {
    StoreProfile demo = new StoreProfileReader("20261123").readDemo();
    Collection<CatalogueItem> items =
        demo.catalogue().items().getOrDefault("D0001", Map.of()).values();
    assertThat(items).hasSizeGreaterThanOrEqualTo(400);
    assertThat(items).extracting(CatalogueItem::itemCode).allMatch(DemoStoreTest::isEan13);
    assertThat(items).extracting(CatalogueItem::taxCode).contains("00", "01", "02", "11", "12");
    assertThat(items).anyMatch(CatalogueItem::discountRestricted).anyMatch(item -> !item.active());

    TenantReference tenant = demo.tenants().get(0);
    assertThat(tenant.stores()).hasSize(2);
    assertThat(tenant.terminals()).hasSize(3);
    assertThat(tenant.terminals())
        .allMatch(t -> t.terminal().status() == Terminal.Status.OPENED)
        .allMatch(t -> t.terminal().staff().isPresent());
    assertThat(tenant.paymentMethods())
        .extracting(method -> method.kind())
        .contains(PaymentKind.CASH, PaymentKind.CASHLESS, PaymentKind.OTHER);
    assertThat(tenant.taxes()).isEqualTo(Optional.empty());
  }

  /** 13 digits; the digits weighted 1, 3, 1, 3, ... sum to a multiple of ten. */
  private static boolean isEan13(String code) {
    return code.matches("[0-9]{13}")
        && IntStream.range(0, 13).map(i -> (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3)).sum() % 10
            == 0;
  }
}
