package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.app.itemmaster.TracedCall;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One sale of a terminal that tells its trace, as the collector and those that the service calls
 * have seen it.
 */
record TracedSale(
    List<SpanData> spans,
    List<TracedCall> itemMasterCalls,
    List<TracedCall> peerCalls,
    List<TracedCall> events) {

  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String CLIENT_SPAN = "b7ad6b7169203331";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static {
    // The JDK's server would delay the second packet of each answer by 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Sells with a service that was just started: nothing is in its caches. */
  static TracedSale make(Path folder) throws IOException, InterruptedException {
    Path profile =
        Files.writeString(
            Files.createTempDirectory(folder, "sale").resolve("shop.json"), TestShop.profile(1));
    try (TracePartners partners = new TracePartners(profile)) {
      Map<Variable, String> settings = new EnumMap<>(partners.settings());
      settings.put(Variable.PORT, "0");
      settings.put(Variable.DATA_DIR, profile.resolveSibling("data").toString());
      Poscart service = Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
      try {
        sell(service);
        Await.until("the event is received", partners::events, events -> !events.isEmpty());
      } finally {
        service.stop().toCompletableFuture().join();
      }
      return new TracedSale(
          partners.spans(), partners.itemMasterCalls(), partners.peerCalls(), partners.events());
    }
  }

  private static void sell(Poscart service) throws IOException, InterruptedException {
    String created = post(service, "/api/v1/carts", "{}").body();
    String cart = "/api/v1/carts/" + TestTill.json(created).path("data").path("cartId").asText();
    post(service, cart + "/lineItems", "[{\"itemCode\":\"A\",\"quantity\":2}]");
    post(service, cart + "/subtotal", "");
    post(service, cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":300}]");
    assertThat(post(service, cart + "/bill", "").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> post(Poscart service, String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d%s?terminal_id=A1234-5678-9"
                        .formatted(service.port(), path)))
            .header("X-API-KEY", "key9")
            .header("traceparent", "00-" + TRACE + "-" + CLIENT_SPAN + "-01")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
