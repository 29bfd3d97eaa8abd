package dev.poscart.app;

import static dev.poscart.app.SpanData.PRODUCER;
import static dev.poscart.app.SpanData.SERVER;
import static dev.poscart.app.TracedSale.CLIENT_SPAN;
import static dev.poscart.app.TracedSale.TRACE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.poscart.app.itemmaster.TracedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * One sale of a terminal that tells its trace, as the collector sees it afterwards. Run with {@code
 * -Dposcart.docs.write=true}, the test draws it into the documents.
 */
class TraceTest {

  private static final String CART = "/api/v1/carts/{cart_id}";
  private static final Path PICTURE = Path.of("..", "docs", "images", "trace-of-a-sale.svg");

  /** So many sales, each with a new service, warm the JVM up before one is drawn. */
  private static final int WARM_UP = 30;

  @TempDir static Path folder;

  private static final ListAppender<ILoggingEvent> LOG =
      new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
          line.prepareForDeferredProcessing();
          super.append(line);
        }
      };
  private static TracedSale sale = new TracedSale(List.of(), List.of(), List.of(), List.of());
  private static List<SpanData> spans = List.of();

  @BeforeAll
  static void sell() throws Exception {
    boolean write = Boolean.getBoolean("poscart.docs.write");
    for (int sales = 0; write && sales < WARM_UP; sales++) {
      TracedSale.make(folder);
    }
    LOG.start();
    requestLog().setLevel(Level.DEBUG);
    requestLog().addAppender(LOG);
    sale = TracedSale.make(folder);
    spans = sale.spans();
    if (write) {
      Files.writeString(PICTURE, TraceDrawing.of(sale).svg());
    }
  }

  private static Logger requestLog() {
    return (Logger) LoggerFactory.getLogger("dev.poscart.web.AccessLog");
  }

  @AfterAll
  static void close() {
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

    assertThat(sale.itemMasterCalls())
        .isNotEmpty()
        .extracting(TracedCall::trace)
        .containsOnly(lookUp.traceparent());
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
    assertThat(sale.events()).extracting(TracedCall::trace).containsExactly(publish.traceparent());
  }

  @Test
  void peerServices_areCalledInTheTrace_byTheStepThatAsksThem() {
    assertThat(asking("GET /api/v1/terminals/A1234-5678-9")).containsOnly("terminals authenticate");
    assertThat(asking("GET /api/v1/tenants/A1234/stores/5678")).containsOnly("stores find");
    assertThat(asking("GET /api/v1/tenants/A1234/promotions/active"))
        .containsOnly("promotions ofStore");
    assertThat(asking("GET /api/v1/tenants/A1234/settings")).containsOnly("settings ofTenant");
    assertThat(asking("GET /api/v1/tenants/A1234/payments/01"))
        .containsOnly("payment methods ofTenant");
  }

  @Test
  void picture_hasEveryStep() throws IOException {
    assertThat(TraceDrawing.labels(Files.readString(PICTURE)))
        .isEqualTo(TraceDrawing.labels(TraceDrawing.of(sale).svg()))
        .contains("use case bill", "transactions append", "publish event");
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

  /** The spans in which a peer service was asked for something. */
  private static List<String> asking(String request) {
    return sale.peerCalls().stream()
        .filter(call -> call.name().equals(request))
        .map(call -> named(call.trace()))
        .toList();
  }

  private static String named(String trace) {
    return spans.stream()
        .filter(span -> span.traceparent().equals(trace))
        .map(SpanData::name)
        .findFirst()
        .orElse("no span: " + trace);
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
