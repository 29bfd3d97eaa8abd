package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the README starts it: no option, the demo store, a sale. */
class NewcomerTest {

  @TempDir Path folder;

  @Test
  void programWithoutArguments_servesTheDemoStore() throws Exception {
    ServiceProcess service =
        ServiceProcess.startPlain(
            Map.of("PORT", "0", "DATA_DIR", folder.resolve("data").toString()));
    try {
      TestTill till =
          new TestTill(
              HttpClient.newHttpClient(), service.port(), "D0001-0001-1", "demo-key-0001-1");
      String cart = till.createCart();
      TestTill.expect(200, till.add(cart, "4901180001718", 2));
      TestTill.expect(200, till.add(cart, "4902171006767", 1));
      TestTill.expect(200, till.subtotal(cart));
      TestTill.expect(200, till.pay(cart, "01", "1000"));
      assertThat(TestTill.expect(200, till.bill(cart)).data().path("changeAmount").decimalValue())
          .isEqualByComparingTo("529");
    } finally {
      assertThat(service.terminate()).isZero();
    }
    assertThat(service.output())
        .contains(
            "http://localhost:"
                + service.port()
                + "/register#terminal=D0001-0001-1&key=demo-key-0001-1",
            "http://localhost:" + service.port() + "/docs",
            folder.resolve("data").toString(),
            "Ctrl+C");
  }
}
