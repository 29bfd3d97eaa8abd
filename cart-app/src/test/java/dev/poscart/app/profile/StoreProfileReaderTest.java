package dev.poscart.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TenantReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreProfileReaderTest {

  private static final String SHOP =
      """
      {"tenants": [{
        "tenantId": "A1234",
        "stores": [{
          "storeCode": "5678", "storeName": "テスト店",
          "terminals": [
            {"terminalNo": 9, "apiKey": "key9", "status": "Opened", "businessDate": "20251123",
             "openCounter": 1, "businessCounter": 7, "staff": {"id": "S001", "name": "花子"}},
            {"terminalNo": 10, "apiKey": "key10", "status": "Closed", "staff": null}],
          "itemPrices": [{"itemCode": "A", "storePrice": 95}]
        }],
        "items": [{"itemCode": "A", "description": "りんご", "unitPrice": 100.5, "taxCode": "x",
                   "isDiscountRestricted": true}],
        "paymentMethods": [{"paymentCode": "01", "description": "現金"},
                           {"paymentCode": "21", "kind": "cashless"}],
        "settings": [{"name": "RECEIPT_NO_START_VALUE", "defaultValue": "5",
                      "values": [{"storeCode": "5678", "terminalNo": 9, "value": "7"}]}],
        "promotions": [{"promotionCode": "P1", "startDateTime": "2026-01-01T00:00:00+09:00",
                        "detail": {"targetCategoryCodes": ["C1"], "discountRate": 10}}],
        "taxes": [{"taxCode": "x", "taxType": "Internal", "taxName": "X", "rate": 7.5,
                   "roundDigit": -1, "roundMethod": "Round"}]
      }]}
      """;

  @TempDir Path folder;

  private final StoreProfileReader reader = new StoreProfileReader("20261123");

  @Test
  void profile_hasStoresAndTerminals() throws IOException {
    StoreProfile profile = read(SHOP);
    TenantReference tenant = profile.tenants().get(0);
    assertThat(tenant.tenantId()).isEqualTo("A1234");
    assertThat(tenant.stores().get(0).name()).isEqualTo("テスト店");

    Terminal opened = tenant.terminals().get(0).terminal();
    TerminalKey key = new TerminalKey("A1234", "5678", 9);
    assertThat(opened.key()).isEqualTo(key);
    assertThat(opened.status()).isEqualTo(Terminal.Status.OPENED);
    assertThat(opened.session().businessDate()).isEqualTo("20251123");
    assertThat(opened.session().businessCounter()).isEqualTo(7);
    assertThat(opened.followsCalendar()).isFalse();
    assertThat(opened.staff().orElseThrow().id()).isEqualTo("S001");
    assertThat(tenant.terminals().get(0).apiKey()).isEqualTo(ApiKeyHash.of(key, "key9"));
    Terminal closed = tenant.terminals().get(1).terminal();
    assertThat(closed.status()).isEqualTo(Terminal.Status.CLOSED);
    assertThat(closed.session().businessDate()).isEqualTo("20261123");
    assertThat(closed.followsCalendar()).isTrue();
    assertThat(closed.staff()).isEmpty();
  }

  @Test
  void profile_hasReferenceDataAndItems() throws IOException {
    StoreProfile profile = read(SHOP);
    TenantReference tenant = profile.tenants().get(0);
    TerminalKey key = new TerminalKey("A1234", "5678", 9);
    assertThat(tenant.paymentMethods().get(0).kind()).isEqualTo(PaymentKind.CASH);
    assertThat(tenant.paymentMethods().get(1).kind()).isEqualTo(PaymentKind.CASHLESS);
    assertThat(tenant.settings().get(0).valueAt(key)).contains("7");
    assertThat(tenant.promotions().get(0).targetCategoryCodes()).containsExactly("C1");
    assertThat(tenant.taxes().orElseThrow().find("x").orElseThrow().type())
        .isEqualTo(TaxType.INTERNAL);

    CatalogueItem item = profile.catalogue().find("A1234", "A").orElseThrow();
    assertThat(item.unitPrice()).isEqualTo(Money.of("100.5"));
    assertThat(item.discountRestricted()).isTrue();
    assertThat(item.active()).isTrue();
    assertThat(profile.catalogue().storePrice(new StoreKey("A1234", "5678"), "A"))
        .contains(Money.of(95));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tenantId\": \"A1234\"| \"tenantId\": \"A 1\"| $.tenants[0].tenantId: 'A 1' (expected: 1 to 40 letters, digits or underscores)",
        "\"apiKey\": \"key9\",| ''| $.tenants[0].stores[0].terminals[0].apiKey: missing",
        "20251123| 20261301| $.tenants[0].stores[0].terminals[0].businessDate: '\"20261301\"'",
        "\"status\": \"Closed\"| \"status\": \"Shut\"| $.tenants[0].stores[0].terminals[1].status",
        "\"terminalNo\": 10| \"terminalNo\": 9| $.tenants[0].stores[0].terminals[1].terminalNo: '9'",
        "\"unitPrice\": 100.5| \"unitPrice\": 1.005| $.tenants[0].items[0].unitPrice: '1.005'",
        "\"unitPrice\": 100.5| \"unitPrice\": -1| $.tenants[0].items[0].unitPrice: '-1'",
        "\"unitPrice\": 100.5| \"unitPrice\": \"1\"| $.tenants[0].items[0].unitPrice",
        "\"unitPrice\"| \"price\"| $.tenants[0].items[0].unitPrice: missing among the keys description, isDiscountRestricted, itemCode, price, taxCode (expected: a number with at most 2 decimal places from 0 to 999999999)",
        "\"taxCode\": \"x\", \"taxType\"| \"taxCode\": \"y\", \"taxType\"| $.tenants[0].items[0].taxCode: 'x'",
        "\"itemCode\": \"A\", \"storePrice\"| \"itemCode\": \"B\", \"storePrice\"| itemPrices[0].itemCode",
        "2026-01-01T00:00:00+09:00| tomorrow| $.tenants[0].promotions[0].startDateTime: '\"tomorrow\"'",
        "\"terminalNo\": 9, \"value\"| \"terminalNo\": 9, \"x\"| $.tenants[0].settings[0].values[0].value: missing among the keys storeCode, terminalNo, x",
        "\"staff\": null| \"manager\": null| $.tenants[0].stores[0].terminals[1].manager: unknown key (expected: one of apiKey, businessCounter, businessDate, openCounter, staff, status, terminalNo)",
        "\"apiKey\": \"key9\"| \"apiKey\": \" \"| [0].apiKey: ' ' (expected: a text that is not blank)",
        "\"apiKey\": \"key9\"| \"apiKey\": null| [0].apiKey: 'null' (expected: a text)",
        "\"terminalNo\": 10| \"terminalNo\": \"10\"| terminalNo: '\"10\"' (expected: a whole number from 0 to 999999999)",
        "\"terminalNo\": 10| \"terminalNo\": 1.5| terminalNo: '1.5' (expected: a whole number from 0 to 999999999)",
        "\"terminalNo\": 10,| ''| terminals[1].terminalNo: missing among the keys apiKey, staff, status (expected: a whole number from 0 to 999999999)",
        "\"storeName\": \"テスト店\"| \"storeName\": 5| stores[0].storeName: '5' (expected: a text)",
        "\"discountRate\": 10| \"discountRate\": 101| promotions[0].detail.discountRate: '101' (expected: a number with at most 2 decimal places from 0 to 100",
        "[\"C1\"]| [\"C1\", null]| $.tenants[0].promotions[0].detail.targetCategoryCodes[1]: 'null' (expected: ",
        "[\"C1\"]| [5]| $.tenants[0].promotions[0].detail.targetCategoryCodes[0]: '5' (expected: a text",
        "{\"itemCode\": \"A\", \"description\"| {\"itemCode\": \" \", \"description\"| $.tenants[0].items[0].itemCode: ' ' (expected: a text that is not blank)",
        "\"name\": \"RECEIPT_NO_START_VALUE\"| \"name\": \"\"| $.tenants[0].settings[0].name: ",
        "\"id\": \"S001\"| \"id\": \"\"| $.tenants[0].stores[0].terminals[0].staff.id: '' (expected: a text that is not blank)",
        "[\"C1\"]| \"C1\"| $.tenants[0].promotions[0].detail.targetCategoryCodes: '\"C1\"' (expected: a list)",
        "[{\"itemCode\": \"A\", \"storePrice\": 95}]| \"\"| $.tenants[0].stores[0].itemPrices: '\"\"' (expected: a list)",
        "[{\"itemCode\": \"A\", \"storePrice\": 95}]| [null]| $.tenants[0].stores[0].itemPrices[0]: 'null' (expected: an object)",
        "\"staff\": null| \"staff\": \"\"| terminals[1].staff: '\"\"' (expected: an object)",
        "\"staff\": null| \"staff\": []| terminals[1].staff: '[]' (expected: an object)",
        "\"isDiscountRestricted\": true| \"isDiscountRestricted\": 1| isDiscountRestricted: '1' (expected: true or false)",
        "\"storeCode\": \"5678\", \"terminalNo\": 9, \"value\"| \"terminalNo\": 9, \"value\"| values[0].storeCode: '' (expected: the store of the terminal)",
        "\"value\": \"7\"| \"value\": null| $.tenants[0].settings[0].values[0].value: 'null' (expected: a text)",
        "\"value\": \"7\"}| \"value\": \"7\"}, {\"storeCode\": \"5678\", \"terminalNo\": 9, \"value\": \"8\"}| $.tenants[0].settings[0].values[1]: '5678-9' (expected: no duplicate)",
        "{\"paymentCode\": \"21\"| {\"paymentCode\": \"01\"| $.tenants[0].paymentMethods[1].paymentCode: '01' (expected: no duplicate)",
        "\"roundDigit\": -1| \"roundDigit\": 3| $.tenants[0].taxes[0].roundDigit: '3' (expected: a whole number from -1 to 2)",
        "\"Round\"| 1| $.tenants[0].taxes[0].roundMethod: '1' (expected: floor or round or ceil)",
        "\"Round\"| \"\"| $.tenants[0].taxes[0].roundMethod: '\"\"' (expected: floor or round or ceil)",
        "\"Round\"| \"Up\"| $.tenants[0].taxes[0].roundMethod: '\"Up\"'",
      })
  void mistake_isNamedWithItsPath(String right, String wrong, String complaint) {
    assertThat(SHOP).contains(right);
    assertThatThrownBy(() -> read(SHOP.replace(right, wrong)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]| $: '[]' (expected: an object)",
        "null| $: 'null' (expected: an object)",
        "''| $: '' (expected: an object)",
        "{\"tenants\": {}}| $.tenants: '{}' (expected: a list)",
        "{\"tenants\": [5]}| $.tenants[0]: '5' (expected: an object)",
        "{\"shops\": []}| $.shops: unknown key (expected: one of tenants)"
      })
  void mistakeAtTheRoot_isNamedWithItsPath(String json, String complaint) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void optionalFields_mayAlsoBeNullOrBlank() throws IOException {
    StoreProfile profile =
        read(
            """
            {"tenants": [{"tenantId": "A1234", "stores": [{"storeCode": "5678", "storeName": "",
              "terminals": [{"terminalNo": 9, "apiKey": "k", "openCounter": null}], "itemPrices": null}],
              "settings": [{"name": "S", "defaultValue": "", "values": [{"value": ""}]}],
              "taxes": null}]}
            """);

    TenantReference tenant = profile.tenants().get(0);
    assertThat(tenant.stores().get(0).name()).isEmpty();
    assertThat(tenant.terminals().get(0).terminal().session().openCounter()).isEqualTo(1);
    assertThat(tenant.settings().get(0).allValues()).containsExactly("", "");
    assertThat(tenant.paymentMethods()).isEmpty();
    assertThat(tenant.taxes()).isEmpty();
  }

  /** Cash gives change and no other kind takes more than the balance, unless a method says so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"paymentCode\": \"01\"| CASH| CHANGE",
        "\"paymentCode\": \"11\"| CASHLESS| REFUSED",
        "\"paymentCode\": \"12\"| OTHER| REFUSED",
        "\"paymentCode\": \"22\"| OTHER| REFUSED",
        "\"paymentCode\": \"02\", \"kind\": \"cash\"| CASH| CHANGE",
        "\"paymentCode\": \"01\", \"kind\": \"other\"| OTHER| REFUSED",
        "\"paymentCode\": \"01\", \"canDepositOver\": false| CASH| REFUSED",
        "\"paymentCode\": \"01\", \"canChange\": false| CASH| KEPT",
        "\"paymentCode\": \"12\", \"canDepositOver\": true| OTHER| KEPT",
        "\"paymentCode\": \"12\", \"canChange\": true| OTHER| REFUSED",
        "\"paymentCode\": \"12\", \"canDepositOver\": true, \"canChange\": true| OTHER| CHANGE"
      })
  void paymentMethodWithoutFlags_hasTheDefaultsOfItsKind(
      String keys, PaymentKind kind, OverTender overTender) throws IOException {
    PaymentMethod method = method(keys);

    assertThat(method.kind()).isEqualTo(kind);
    assertThat(method.overTender()).isEqualTo(overTender);
    assertThat(method.active()).isTrue();
    assertThat(method.canRefund()).isTrue();
    assertThat(method.limitAmount()).isEqualTo(Money.ZERO);
  }

  @Test
  void unknownKindOfAPaymentMethod_isRefused() {
    assertThatThrownBy(() -> method("\"paymentCode\": \"01\", \"kind\": \"coins\""))
        .hasMessageContaining("kind: '\"coins\"' (expected: cash or cashless or other)");
  }

  private PaymentMethod method(String keys) throws IOException {
    String json = SHOP.replace("\"paymentCode\": \"01\", \"description\": \"現金\"", keys);
    return read(json).tenants().get(0).paymentMethods().get(0);
  }

  @Test
  void duplicateKeyAndBrokenJson_areRefusedWithTheLine() {
    assertThatThrownBy(() -> read("{\"tenants\": [],\n \"tenants\": []}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read("{\"tenants\": []} x"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void missingFile_isRefused() {
    assertThatThrownBy(() -> reader.readFile(folder.resolve("none.json")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none.json");
  }

  private StoreProfile read(String json) throws IOException {
    return reader.readFile(Files.writeString(folder.resolve("shop.json"), json));
  }
}
