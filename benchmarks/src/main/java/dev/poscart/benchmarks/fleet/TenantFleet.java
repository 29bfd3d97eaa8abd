package dev.poscart.benchmarks.fleet;

import dev.poscart.benchmarks.floors.TillSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tenants with a store of three tills each. */
record TenantFleet(int tenants) {

  static final int TILLS = 3;

  private static final Pattern CART_ID = Pattern.compile("\"cartId\"\\s*:\\s*\"([^\"]+)\"");

  private static final String TENANT =
      """
      {"tenantId": "T%1$04d",
       "stores": [{"storeCode": "0001", "storeName": "測定店", "terminals": [%2$s]}],
       "items": [{"itemCode": "A", "description": "りんご", "unitPrice": 100, "taxCode": "01"}],
       "paymentMethods": [{"paymentCode": "01", "description": "現金", "kind": "cash"}]}
      """;

  private static final String TILL =
      """
      {"terminalNo": %d, "apiKey": "%s", "status": "Opened", "openCounter": 1,
       "businessCounter": 1, "staff": {"id": "S001", "name": "測定 太郎"}}""";

  /** Writes the store profile. */
  Path writeProfile(Path folder) {
    String all =
        IntStream.rangeClosed(1, tenants)
            .mapToObj(tenant -> TENANT.formatted(tenant, tills(tenant)))
            .collect(Collectors.joining(",\n", "{\"tenants\": [", "]}"));
    try {
      return Files.writeString(folder.resolve("fleet.json"), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tills(int tenant) {
    return IntStream.rangeClosed(1, TILLS)
        .mapToObj(till -> TILL.formatted(till, apiKey(tenant, till)))
        .collect(Collectors.joining(", "));
  }

  private static String apiKey(int tenant, int till) {
    return "fleet-key-" + tenant + "-" + till;
  }

  /** Sells at one till: a cart, items one by one, subtotal, payment, bill. */
  static void sell(URI base, int tenant, int till, int items) throws IOException {
    String terminal = "?terminal_id=T%04d-0001-%d".formatted(tenant, till);
    try (TillSocket socket = new TillSocket(base, apiKey(tenant, till))) {
      Matcher found =
          CART_ID.matcher(
              new String(socket.post("/api/v1/carts" + terminal, "{}"), StandardCharsets.UTF_8));
      if (!found.find()) {
        throw new IOException("no cart id");
      }
      String cart = "/api/v1/carts/" + found.group(1);
      for (int item = 0; item < items; item++) {
        socket.post(cart + "/lineItems" + terminal, "[{\"itemCode\": \"A\", \"quantity\": 1}]");
      }
      socket.post(cart + "/subtotal" + terminal, "");
      socket.post(cart + "/payments" + terminal, "[{\"paymentCode\": \"01\", \"amount\": 90000}]");
      socket.post(cart + "/bill" + terminal, "");
    }
  }
}
