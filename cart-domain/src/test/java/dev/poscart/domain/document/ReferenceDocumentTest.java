package dev.poscart.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceDocumentTest {

  @Test
  void aStore_survivesWritingAndReading() {
    Store store = new Store(new StoreKey("A1234", "5678"), "テスト店");

    assertThat(ReferenceDocument.readStore(ReferenceDocument.write(store))).isEqualTo(store);
  }

  @Test
  void aTerminal_survivesWritingAndReading() {
    ApiKeyHash hash = ApiKeyHash.of(CartTestData.TERMINAL, "key");
    RegisteredTerminal opened =
        new RegisteredTerminal(CartTestData.openedTerminal(CartTestData.TERMINAL), hash);
    RegisteredTerminal idle =
        new RegisteredTerminal(
            new Terminal(
                CartTestData.TERMINAL,
                Terminal.Status.IDLE,
                new TerminalSession("20251123", 0, 0),
                Optional.empty()),
            hash);

    assertThat(ReferenceDocument.readTerminal(ReferenceDocument.write(opened))).isEqualTo(opened);
    assertThat(ReferenceDocument.readTerminal(ReferenceDocument.write(idle))).isEqualTo(idle);
  }

  @Test
  void aTerminalThatFollowsTheCalendar_survivesWritingAndReading() {
    RegisteredTerminal following = following();

    assertThat(ReferenceDocument.readTerminal(ReferenceDocument.write(following)))
        .isEqualTo(following);
  }

  /** It wrote the date of its start, but not whether it came from the profile. */
  @Test
  void aTerminalWrittenByAnEarlierVersion_followsTheCalendar() {
    Map<String, Object> document =
        ReferenceDocument.write(
            new RegisteredTerminal(
                CartTestData.openedTerminal(CartTestData.TERMINAL), following().apiKey()));
    document.remove("follows_calendar");

    assertThat(ReferenceDocument.readTerminal(document)).isEqualTo(following());
  }

  private static RegisteredTerminal following() {
    return new RegisteredTerminal(
        CartTestData.followingCalendar(CartTestData.openedTerminal(CartTestData.TERMINAL)),
        ApiKeyHash.of(CartTestData.TERMINAL, "key-9"));
  }

  @Test
  void aPaymentMethod_survivesWritingAndReading() {
    PaymentMethod method =
        new PaymentMethod(
            "11", "キャッシュレス", PaymentKind.CASHLESS, Money.of("0.5"), true, false, true, false);

    assertThat(ReferenceDocument.readPaymentMethod(ReferenceDocument.write(method)))
        .isEqualTo(method);
  }

  @Test
  void aSetting_survivesWritingAndReading() {
    Setting setting =
        new Setting(
            "RECEIPT_NO_START_VALUE",
            Optional.of("1"),
            List.of(
                new Setting.Scoped(Optional.of("5678"), Optional.of(9), "100"),
                new Setting.Scoped(Optional.empty(), Optional.empty(), "")));
    Setting empty = new Setting("RECEIPT_HEADERS", Optional.empty(), List.of());

    assertThat(ReferenceDocument.readSetting(ReferenceDocument.write(setting))).isEqualTo(setting);
    assertThat(ReferenceDocument.readSetting(ReferenceDocument.write(empty))).isEqualTo(empty);
  }

  @Test
  void aPromotion_survivesWritingAndReading() {
    Promotion promotion =
        new Promotion(
            "P10",
            "category_discount",
            "秋の一割引",
            Optional.of(CartTestData.AT),
            Optional.empty(),
            true,
            List.of("5678"),
            List.of("C1", "C2"),
            new BigDecimal("12.50"));

    assertThat(ReferenceDocument.readPromotion(ReferenceDocument.write(promotion)))
        .isEqualTo(promotion);
  }

  @Test
  void aTaxTable_survivesWritingAndReading() {
    assertThat(ReferenceDocument.readTaxTable(ReferenceDocument.write(TaxTable.DEFAULT)))
        .isEqualTo(TaxTable.DEFAULT);
  }
}
