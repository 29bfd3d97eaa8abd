package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.web.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One sale through all real parts, every figure worked out by hand:
 *
 * <pre>
 * 壺 30,000 x 2            60,000  external 10 %: tax  6,000
 * 米  5,400 x 3            16,200  internal  8 %: 16,200 x 8 / 108 = 1,200
 * 切手    84 x 10             840  exempt
 * 傘  1,999 x 1             1,999  internal 10 %: 1,999 x 10 / 110 = 181.7, down to 181
 * total                    79,039  with external tax 85,039; 16 pieces
 * cashless                 20,000
 * cash 70,000 handed over  65,039  change 4,961
 * stamp duty: 85,039 less all tax 7,381 is 77,658; cash 65,039; both from 50,000 up: 200
 * </pre>
 */
class WholeSaleTest {

  private static final String LINES =
      """
      [{"lineNo": 1, "itemCode": "V", "itemName": "壺", "categoryCode": "C5", "unitPrice": 30000.0,
        "unitPriceOriginal": 0.0, "isUnitPriceChanged": false, "quantity": 2, "amount": 60000.0,
        "discounts": [], "imageUrls": [], "isCancelled": false, "isDiscountRestricted": false},
       {"lineNo": 2, "itemCode": "R", "itemName": "米", "categoryCode": "C6", "unitPrice": 5400.0,
        "unitPriceOriginal": 0.0, "isUnitPriceChanged": false, "quantity": 3, "amount": 16200.0,
        "discounts": [], "imageUrls": [], "isCancelled": false, "isDiscountRestricted": false},
       {"lineNo": 3, "itemCode": "E", "itemName": "切手", "categoryCode": "C4", "unitPrice": 84.0,
        "unitPriceOriginal": 0.0, "isUnitPriceChanged": false, "quantity": 10, "amount": 840.0,
        "discounts": [], "imageUrls": [], "isCancelled": false, "isDiscountRestricted": false},
       {"lineNo": 4, "itemCode": "U", "itemName": "傘", "categoryCode": "C7", "unitPrice": 1999.0,
        "unitPriceOriginal": 0.0, "isUnitPriceChanged": false, "quantity": 1, "amount": 1999.0,
        "discounts": [], "imageUrls": [], "isCancelled": false, "isDiscountRestricted": false}]
      """;

  private static final String TAXES =
      """
      [{"taxNo": 1, "taxCode": "01", "taxType": "External", "taxName": "外税10%",
        "taxAmount": 6000.0, "targetAmount": 60000.0, "targetQuantity": 2},
       {"taxNo": 2, "taxCode": "12", "taxType": "Internal", "taxName": "内税 8%",
        "taxAmount": 1200.0, "targetAmount": 16200.0, "targetQuantity": 3},
       {"taxNo": 3, "taxCode": "00", "taxType": "Exempt", "taxName": "非課税",
        "taxAmount": 0.0, "targetAmount": 840.0, "targetQuantity": 10},
       {"taxNo": 4, "taxCode": "02", "taxType": "Internal", "taxName": "内税10%",
        "taxAmount": 181.0, "targetAmount": 1999.0, "targetQuantity": 1}]
      """;

  private static final String PAYMENTS =
      """
      [{"paymentNo": 1, "paymentCode": "11", "paymentName": "キャッシュレス",
        "paymentAmount": 20000.0, "paymentDetail": "VISA"},
       {"paymentNo": 2, "paymentCode": "01", "paymentName": "現金",
        "paymentAmount": 65039.0, "paymentDetail": null}]
      """;

  @TempDir Path folder;

  private Poscart service;
  private TestTill till;

  @BeforeEach
  void start() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    service =
        Poscart.start(
                ServiceConfig.read(
                    Map.of(
                        Variable.PORT, "0",
                        Variable.STORE_PROFILE, profile.toString(),
                        Variable.DATA_DIR, folder.resolve("data").toString())))
            .toCompletableFuture()
            .join();
    till =
        new TestTill(
            HttpClient.newHttpClient(), service.port(), TestShop.terminalId(1), TestShop.apiKey(1));
  }

  @AfterEach
  void stop() {
    service.stop().toCompletableFuture().join();
  }

  @Test
  void sale_withThreeTaxKindsTwoTendersChangeAndStampDuty_givesEveryFigure() throws IOException {
    String cart = till.createCart();
    Answer added =
        till.post(
            "/carts/" + cart + "/lineItems",
            """
            [{"itemCode": "V", "quantity": 2}, {"itemCode": "R", "quantity": 3},
             {"itemCode": "E", "quantity": 10}, {"itemCode": "U", "quantity": 1}]
            """);
    assertThat(added.data()).isEqualTo(cart(cart, "EnteringItem", "[]", "0.0", "0.0", "85039.0"));
    assertThat(till.subtotal(cart).data())
        .isEqualTo(cart(cart, "Paying", "[]", "0.0", "0.0", "85039.0"));
    Answer paid =
        till.post(
            "/carts/" + cart + "/payments",
            """
            [{"paymentCode": "11", "amount": 20000, "detail": "VISA"},
             {"paymentCode": "01", "amount": 70000}]
            """);
    assertThat(paid.data()).isEqualTo(cart(cart, "Paying", PAYMENTS, "90000.0", "4961.0", "0.0"));

    checkBill(cart, till.bill(cart));
  }

  private void checkBill(String cart, Answer billed) throws IOException {
    ObjectNode expected =
        cart(cart, "Completed", PAYMENTS, "90000.0", "4961.0", "0.0")
            .put("receiptNo", 111_111)
            .put("transactionNo", 1);
    expected.set("stampDutyAmount", TestTill.json("200.0"));
    assertThat(withoutTexts(billed.data())).isEqualTo(withoutTexts(expected));
    assertThat(withoutTexts(till.cart(cart).data())).isEqualTo(withoutTexts(expected));
    checkTransaction(billed.data(), expected);
  }

  @Test
  void sale_isVisibleInTheMetrics() throws Exception {
    TestTill.expect(200, till.add(till.createCart(), "V", 1));
    TestTill.expect(200, till.add(till.createCart(), "V", 1));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/metrics"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Contract.checkAnswer(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().toList())
        .contains(
            "poscart_item_master_channel_creations_total 1.0",
            "poscart_item_master_channel_state{state=\"ready\"} 1.0",
            "poscart_item_breaker_state{state=\"closed\"} 1.0",
            "poscart_item_cache_misses_total 1.0",
            "poscart_item_cache_hits_total 1.0",
            "poscart_http_requests_seconds_count"
                + "{method=\"POST\",route=\"/api/v1/carts\",status=\"201\"} 2");
  }

  private void checkTransaction(JsonNode billed, ObjectNode expectedCart) throws IOException {
    JsonNode transaction = till.transactions().path(0);
    ObjectNode expected = expectedCart.deepCopy();
    expected.remove("cartId");
    expected.remove("cartStatus");
    expected.remove("subtotalAmount");
    expected.remove("balanceAmount");
    expected.remove("signedSnapshot");
    // In the log the total holds the external tax.
    expected.set("totalAmount", TestTill.json("85039.0"));
    expected.put("businessDate", "20251123");
    expected.set(
        "status", TestTill.json("{\"isCancelled\":false,\"isVoided\":false,\"isRefunded\":false}"));
    ObjectNode actual = transaction.deepCopy();
    String at = actual.path("generateDateTime").textValue();
    assertThat(at).endsWith("+09:00").hasSize(32);
    assertThat(OffsetDateTime.parse(at))
        .isBeforeOrEqualTo(OffsetDateTime.now(ZoneId.of("Asia/Tokyo")));
    expected.put("generateDateTime", at);
    expected.set("receiptText", billed.get("receiptText"));
    expected.set("journalText", billed.get("journalText"));
    assertThat(actual).isEqualTo(expected);
  }

  private static ObjectNode cart(
      String id, String status, String payments, String deposit, String change, String balance) {
    return (ObjectNode)
        TestTill.json(
            """
            {"tenantId": "A1234", "storeCode": "5678", "storeName": "テスト店", "terminalNo": 1,
             "totalAmount": 79039.0, "totalAmountWithTax": 85039.0, "totalQuantity": 16,
             "totalDiscountAmount": 0.0, "depositAmount": %s, "changeAmount": %s,
             "stampDutyAmount": 0.0, "receiptNo": -1, "transactionNo": -1, "transactionType": 101,
             "businessDate": null, "generateDateTime": null, "lineItems": %s, "payments": %s,
             "taxes": %s, "subtotalDiscounts": [], "receiptText": "", "journalText": null,
             "staff": {"id": "S001", "name": "スタッフ太郎"}, "status": null, "cartId": "%s",
             "cartStatus": "%s", "subtotalAmount": 79039.0, "balanceAmount": %s,
             "signedSnapshot": null}
            """
                .formatted(deposit, change, LINES, payments, TAXES, id, status, balance));
  }

  private static JsonNode withoutTexts(JsonNode cart) {
    ObjectNode copy = cart.deepCopy();
    copy.remove("receiptText");
    copy.remove("journalText");
    return copy;
  }
}
