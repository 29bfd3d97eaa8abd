package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.ServiceProcess;
import dev.poscart.app.TestTill;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services with the same keys and a database each; the first one dies during a sale. */
class RegisterSecondAddressTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";
  private static final String KEYS = "k1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";
  private static final int NOWHERE = 1;

  @TempDir Path folder;

  private final List<ServiceProcess> services = new ArrayList<>();

  @Test
  void saleThatBeganHere_isFinishedAtTheSecondAddress_andTheNextOneIsHereAgain() throws Exception {
    try (LossyProxy north = new LossyProxy(NOWHERE, "/none");
        LossyProxy south = new LossyProxy(NOWHERE, "/none")) {
      String origins = origin(north) + "," + origin(south);
      ServiceProcess first = start("north", origins, north);
      ServiceProcess second = start("south", origins, south);
      Register till = browser().register(north.port(), TILL, keyOf(TILL));
      till.scanned(RICE_BALL).shows("#total", "160");

      north.connectTo(NOWHERE);
      first.abandon();
      till.scanned(RICE_BALL).shows("#total", "320").shows("#away", "別のサーバー");
      till.click("#park").shows("#notice", "端末が持ち運ぶ");
      till.click("#pay").click("[data-cash='320']").shows("#change", "0");
      assertThat(numbers(second)).containsExactly(1);

      ServiceProcess again = start("north", origins, north);
      till.await("home", page -> page.count("#away") == 0);
      sellOne(till);
      assertThat(numbers(again)).containsExactly(2);
      assertThat(numbers(second)).containsExactly(1);

      sellBeside(again);
      sellOne(till);
      assertThat(numbers(again)).containsExactly(2, 3, 4);
      assertThat(browser().errors()).isEmpty();
    } finally {
      services.forEach(ServiceProcess::abandon);
    }
  }

  private static void sellOne(Register till) {
    till.press(RICE_BALL + "\n").shows("#total", "160").settled();
    till.click("#pay").click("[data-cash='160']").shows("#change", "0");
  }

  private ServiceProcess start(String name, String origins, LossyProxy line) throws Exception {
    List<String> options = new ArrayList<>(BrowserExtension.demo(folder.resolve(name)));
    options.addAll(List.of("--snapshot-hmac-keys", KEYS, "--register-api-origins", origins));
    ServiceProcess service = ServiceProcess.start(options);
    services.add(service);
    line.connectTo(service.port());
    return service;
  }

  private static String origin(LossyProxy line) {
    return "http://127.0.0.1:" + line.port();
  }

  /** The numbers of the sales in the log; the till gives them, whichever service it works at. */
  private static List<Integer> numbers(ServiceProcess service) throws Exception {
    return till(service).transactions().findValues("transactionNo").stream()
        .map(JsonNode::intValue)
        .toList();
  }

  /** A sale that the service numbers, of which the page does not know. */
  private static void sellBeside(ServiceProcess service) throws Exception {
    TestTill till = till(service);
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, RICE_BALL, 1));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "160"));
    TestTill.expect(200, till.bill(cart));
  }

  private static TestTill till(ServiceProcess service) {
    return new TestTill(HttpClient.newHttpClient(), service.port(), TILL, keyOf(TILL));
  }
}
