package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.poscart.app.TracePartners.SpanData;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** One sale of a terminal that tells its trace, as the collector sees it afterwards. */
class TraceTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CLIENT_SPAN = "b7ad6b7169203331";
  private static final String CART = "/api/v1/carts/{cart_id}";
  private static final int SERVER = 2;
  private static final int PRODUCER = 4;

  @TempDir static Path folder;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TracePartners partners;
  private static final ListAppender<ILoggingEvent> LOG =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
          line.prepareForDeferredProcessing();
          super.append(line);
        }
      };
  private static List<SpanData> spans = List.of();

  @BeforeAll
  static void sell() throws Exception {
    LOG.start();
    requestLog().setLevel(Level.DEBUG);
    requestLog().addAppender(LOG);
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    partners = new TracePartners(profile);
    Poscart service = start(profile);
    try {
      String created = post(service, "/api/v1/carts", "{}").body();
      String cart = "/api/v1/carts/" + TestTill.json(created).path("data").path("cartId").asText();
      post(service, cart + "/lineItems", "[{\"itemCode\":\"A\",\"quantity\":2}]");
      post(service, cart + "/subtotal", "");
      post(service, cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":300}]");
      assertThat(post(service, cart + "/bill", "").statusCode()).isEqualTo(200);
      Await.until("the event is received", partners::events, events -> !events.isEmpty());
    } finally {
      service.stop().toCompletableFuture().join();
    }
    spans = partners.spans();
  }

  private static Poscart start(Path profile) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.PORT, "0");
    settings.put(Variable.STORE_PROFILE, profile.toString());
    settings.put(Variable.DATA_DIR, folder.resolve("data").toString());
    settings.put(Variable.MASTER_DATA_GRPC_URL, partners.itemMaster());
    settings.put(Variable.ITEM_MASTER_WARM_UP, "false");
    settings.put(Variable.DAPR_HTTP_ENDPOINT, partners.url());
    settings.put(Variable.OTEL_EXPORTER_OTLP_ENDPOINT, partners.url());
    return Poscart.start(ServiceConfig.read(settings)).toCompletableFuture().join();
  }

  private static Logger requestLog() {
    return (Logger) LoggerFactory.getLogger("dev.poscart.web.AccessLog");
  }

  private static HttpResponse<String> post(Poscart service, String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d%s?terminal_id=%s"
                        .formatted(service.port(), path, TestShop.terminalId(1))))
            .header("X-API-KEY", TestShop.apiKey(1))
            .header("traceparent", "00-" + TRACE + "-" + CLIENT_SPAN + "-01")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @AfterAll
  static void close() {
    partners.close();
    requestLog().setLevel(null);
    requestLog().detachAppender(LOG);
  }

  @Test
  void everyRequest_isASpanInTheTraceOfTheTerminal() {
    assertThat(spans.stream().filter(span -> span.kind() == SERVER))
        .allSatisfy(span -> assertThat(span.parentId()).isEqualTo(CLIENT_SPAN))
        .extracting(SpanData::name)
        .containsExactlyInAnyOrder(
            "POST /api/v1/carts",
            "POST " + CART + "/lineItems",
            "POST " + CART + "/subtotal",
            "POST " + CART + "/payments",
            "POST " + CART + "/bill");
    assertThat(spans).allSatisfy(span -> assertThat(span.traceId()).isEqualTo(TRACE));
  }

  @Test
  void lookUp_isAStepOfTheUseCase_andTheItemMasterIsCalledInIt() {
    SpanData useCase = child("use case lineItems", "POST " + CART + "/lineItems");
    SpanData lookUp = child("item master findItems", useCase.name());

    assertThat(partners.itemMasterCalls())
        .containsOnly("00-" + TRACE + "-" + lookUp.spanId() + "-01");
  }

  @Test
  void stepsInTheStore_belongToTheUseCase_whateverThreadsTheyRunOn() {
    assertThat(steps("carts")).contains("terminals authenticate", "carts insert");
    assertThat(steps("lineItems")).contains("promotions ofStore", "carts replace");
    assertThat(steps("subtotal")).contains("carts replace");
    assertThat(steps("payments")).contains("payment methods ofTenant", "carts replace");
    assertThat(steps("bill")).contains("carts replace", "transactions append");
  }

  @Test
  void event_isPublishedInTheTraceOfItsBill_andItsReceiverIsCalledInIt() {
    SpanData publish = child("publish event", "use case bill");

    assertThat(publish.kind()).isEqualTo(PRODUCER);
    assertThat(partners.events()).containsExactly("00-" + TRACE + "-" + publish.spanId() + "-01");
  }

  @Test
  void everySpan_hasAParentThatBeganBefore_andItsOwnTime() {
    assertThat(spans)
        .allSatisfy(
            span -> {
              assertThat(span.end()).isGreaterThanOrEqualTo(span.start());
              assertThat(
                      spans.stream()
                          .filter(other -> other.spanId().equals(span.parentId()))
                          .mapToLong(SpanData::start))
                  .allSatisfy(start -> assertThat(start).isLessThanOrEqualTo(span.start()));
              assertThat(span.parentId())
                  .matches(
                      id ->
                          id.equals(CLIENT_SPAN)
                              || spans.stream().anyMatch(other -> other.spanId().equals(id)));
            });
  }

  @Test
  void logLines_ofTheRequests_tellTheTrace() {
    assertThat(LOG.list)
        .hasSize(5)
        .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", TRACE));
  }

  private static List<String> steps(String useCase) {
    return spans.stream()
        .filter(span -> span.name().equals("use case " + useCase))
        .flatMap(span -> spans.stream().filter(other -> other.parentId().equals(span.spanId())))
        .map(SpanData::name)
        .toList();
  }

  /** The only span with this name whose parent has that name. */
  private static SpanData child(String name, String parent) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .filter(
            span ->
                spans.stream()
                    .anyMatch(
                        other ->
                            other.spanId().equals(span.parentId()) && other.name().equals(parent)))
        .reduce(
            (one, other) -> {
              throw new AssertionError("two spans: " + one + ", " + other);
            })
        .orElseThrow(() -> new AssertionError("no " + name + " in " + parent + ": " + spans));
  }
}
