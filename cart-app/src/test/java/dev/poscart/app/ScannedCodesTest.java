package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes as scanners and people send them, in the demo store with its item master over gRPC. */
class ScannedCodesTest {

  private static final String JAN = "4901180001718";

  private static final List<String> SPELLINGS =
      List.of(
          JAN,
          JAN + "\r",
          " " + JAN + " ",
          "\t" + JAN + "\r\n",
          "４９０１１８０００１７１８",
          "04901180001718",
          "]E0" + JAN,
          "]E04901180001718\r",
          "(01)04901180001718(17)271231(10)A1",
          "]d201049011800017181727123110A1",
          "\u001d10A1\u001d0104901180001718");

  @TempDir Path folder;

  private final LifeCycle services = new LifeCycle();

  @AfterEach
  void stop() {
    services.close().toCompletableFuture().join();
  }

  @Test
  void everyNotationOfACode_findsTheItem_underTheMastersCode() throws IOException {
    TestTill till = till(Map.of());
    String cart = till.createCart();
    for (String spelling : SPELLINGS) {
      JsonNode lines = TestTill.expect(200, enter(till, cart, spelling)).data().at("/lineItems");
      JsonNode last = lines.get(lines.size() - 1);
      assertThat(last.path("itemCode").textValue()).as(spelling).isEqualTo(JAN);
      assertThat(last.path("unitPrice").decimalValue()).isEqualByComparingTo("160");
    }
  }

  @Test
  void notationsInOneCall_areAllEntered_orNone() throws IOException {
    TestTill till = till(Map.of());
    String cart = till.createCart();
    TestTill.expect(404, enter(till, cart, "0" + JAN, "]E04900000000016"));
    assertThat(till.cart(cart).data().at("/lineItems")).isEmpty();
    TestTill.expect(200, enter(till, cart, SPELLINGS.toArray(String[]::new)));
    assertThat(till.cart(cart).data().at("/lineItems")).hasSize(SPELLINGS.size());
  }

  @Test
  void upcCodes_findItemsStoredInOtherNotations() throws IOException {
    String items =
        TestShop.profile(1)
            .replace("\"itemCode\": \"A\"", "\"itemCode\": \"0036000291452\"")
            .replace("\"itemCode\": \"J\"", "\"itemCode\": \"042100005264\"");
    Path profile = Files.writeString(folder.resolve("upc.json"), items);
    TestTill till =
        till(Map.of(Variable.STORE_PROFILE, profile.toString()), "A1234-5678-1", "key1");
    String cart = till.createCart();
    JsonNode lines =
        TestTill.expect(200, enter(till, cart, "036000291452", "36000291452", "04252614"))
            .data()
            .at("/lineItems");
    assertThat(lines.findValuesAsText("itemCode"))
        .containsExactly("0036000291452", "0036000291452", "042100005264");
  }

  @Test
  void withExactMatching_onlyTheMastersNotationFindsTheItem() throws IOException {
    TestTill till = till(Map.of(Variable.ITEM_CODE_MATCHING, "exact"));
    String cart = till.createCart();
    TestTill.expect(200, enter(till, cart, JAN));
    for (String spelling : SPELLINGS.subList(1, SPELLINGS.size())) {
      TestTill.expect(404, enter(till, cart, spelling));
    }
  }

  @Test
  void saleOfAScannedCode_isLoggedAndReturnedUnderTheMastersCode() throws IOException {
    TestTill till = till(Map.of());
    String cart = till.createCart();
    TestTill.expect(200, enter(till, cart, "0" + JAN, "]E0" + JAN));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "320"));
    JsonNode bill = TestTill.expect(200, till.bill(cart)).data();
    String sale = "/tenants/D0001/stores/0001/terminals/1/transactions/";
    String no = bill.path("transactionNo").asText();
    JsonNode part =
        TestTill.expect(
                200,
                till.post(
                    sale + no + "/return",
                    "{\"payments\":[{\"paymentCode\":\"01\",\"amount\":160}],"
                        + "\"lineItems\":[{\"lineNo\":1,\"quantity\":1}]}"))
            .data();
    assertThat(part.at("/lineItems/0/itemCode").textValue()).isEqualTo(JAN);
    JsonNode logged = TestTill.expect(200, till.call("GET", sale + no, "")).data();
    assertThat(logged.at("/lineItems/0/itemCode").textValue()).isEqualTo(JAN);
  }

  @Test
  void labelsOfTheStore_areReadAsConfigured() throws IOException {
    TestTill till =
        till(Map.of(Variable.IN_STORE_CODES, "02:5:5:price,24:5:4:price:pricecheck=gs1"));
    String cart = till.createCart();
    TestTill.Answer wrong = TestTill.expect(422, enter(till, cart, "2412345828757"));
    assertThat(wrong.body().path("message").textValue()).contains("wrong price check digit");
    // The demo store has no such item, but the label is recognized and its item looked up.
    TestTill.Answer unknown = TestTill.expect(404, enter(till, cart, "212345004807"));
    assertThat(unknown.body().path("message").textValue()).contains("0212345");
  }

  private static TestTill.Answer enter(TestTill till, String cart, String... codes)
      throws IOException {
    List<Map<String, Object>> entries =
        List.of(codes).stream()
            .<Map<String, Object>>map(code -> Map.of("itemCode", code, "quantity", 1))
            .toList();
    return till.post("/carts/" + cart + "/lineItems", new JsonMapper().writeValueAsString(entries));
  }

  private TestTill till(Map<Variable, String> more) {
    return till(more, "D0001-0001-1", "demo-key-0001-1");
  }

  private TestTill till(Map<Variable, String> more, String terminalId, String apiKey) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.PORT, "0");
    settings.put(Variable.DATA_DIR, folder.toString());
    settings.putAll(more);
    Poscart service = Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
    services.register("service", Duration.ofSeconds(20), service::stop);
    return new TestTill(HttpClient.newHttpClient(), service.port(), terminalId, apiKey);
  }
}
