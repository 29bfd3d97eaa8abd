package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator says about prices, in a running service. */
class PriceRulesTest {

  @TempDir Path folder;

  private final LifeCycle services = new LifeCycle();

  @AfterEach
  void stop() {
    services.close().toCompletableFuture().join();
  }

  /** Bread of 178 yen, 10 % off: 18 yen each. */
  @Test
  void promotionOfTheStore_isGiven() throws IOException {
    TestTill till =
        till(
            Map.of(Variable.PORT, "0", Variable.DATA_DIR, folder.toString()),
            "D0001-0001-1",
            "demo-key-0001-1");
    JsonNode cart = TestTill.expect(200, till.add(till.createCart(), "4901455004741", 3)).data();

    assertThat(cart.at("/lineItems/0/discounts/0/promotionCode").textValue()).isEqualTo("P001");
    assertThat(cart.at("/totalAmount").decimalValue()).isEqualByComparingTo("480");
  }

  /** 0.9 yen on top of 9 and 0.8 inside of 9 are 1 yen together, and none if rounded apart. */
  @Test
  void d25_taxRoundedPerRate_isSharedByTheCodes() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    TestTill till =
        till(
            Map.of(
                Variable.PORT,
                "0",
                Variable.DATA_DIR,
                folder.toString(),
                Variable.STORE_PROFILE,
                profile.toString(),
                Variable.TAX_ROUNDING,
                "rate"),
            TestShop.terminalId(1),
            TestShop.apiKey(1));
    String lines =
        """
        [{"itemCode": "B", "quantity": 1, "unitPrice": 9},
         {"itemCode": "A", "quantity": 1, "unitPrice": 9}]
        """;
    JsonNode cart =
        TestTill.expect(200, till.post("/carts/" + till.createCart() + "/lineItems", lines)).data();

    assertThat(cart.at("/taxes/0/taxAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(cart.at("/taxes/1/taxAmount").decimalValue()).isEqualByComparingTo("1");
    assertThat(cart.at("/totalAmountWithTax").decimalValue()).isEqualByComparingTo("19");
  }

  private TestTill till(Map<Variable, String> given, String terminalId, String apiKey) {
    Poscart service = Poscart.start(ServiceConfig.read(given)).toCompletableFuture().join();
    services.register("service", Duration.ofSeconds(20), service::stop);
    return new TestTill(HttpClient.newHttpClient(), service.port(), terminalId, apiKey);
  }
}
