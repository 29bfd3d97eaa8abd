package dev.poscart.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.itemmaster.CountingItemMaster;
import dev.poscart.app.profile.StoreProfileReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a traced service speaks to: a collector that keeps the spans it gets by OTLP over HTTP, an
 * item master and an event receiver that note the trace they are called in.
 */
final class TracePartners implements AutoCloseable {

  private final HttpServer http;
  private final CountingItemMaster itemMaster;
  private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();

  /** A span as it was sent. Ids are hexadecimal, times in nanoseconds. */
  record SpanData(
      String traceId, String spanId, String parentId, String name, int kind, long start, long end) {

    static SpanData of(UnknownFieldSet span) {
      return new SpanData(
          hex(span, 1),
          hex(span, 2),
          hex(span, 4),
          span.getField(5).getLengthDelimitedList().get(0).toStringUtf8(),
          span.getField(6).getVarintList().get(0).intValue(),
          span.getField(7).getFixed64List().get(0),
          span.getField(8).getFixed64List().get(0));
    }

    private static String hex(UnknownFieldSet span, int field) {
      return span.getField(field).getLengthDelimitedList().stream()
          .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
          .findFirst()
          .orElse("");
    }
  }

  TracePartners(Path profile) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    http = HttpServer.create(anyPort, 0);
    http.createContext("/v1/traces", this::collect);
    http.createContext("/v1.0/publish/", this::receive);
    http.start();
    itemMaster =
        new CountingItemMaster(new StoreProfileReader("20251123").readFile(profile).catalogue());
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  String itemMaster() {
    return itemMaster.target();
  }

  List<SpanData> spans() {
    return List.copyOf(spans);
  }

  /** The {@code traceparent} of each call of the item master. */
  List<String> itemMasterCalls() {
    return itemMaster.traces();
  }

  /** The {@code traceparent} of each event. */
  List<String> events() {
    return List.copyOf(events);
  }

  private void collect(HttpExchange exchange) throws IOException {
    UnknownFieldSet request = UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes());
    for (UnknownFieldSet resource : messages(request, 1)) {
      for (UnknownFieldSet scope : messages(resource, 2)) {
        messages(scope, 2).forEach(span -> spans.add(SpanData.of(span)));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet message, int field)
      throws IOException {
    List<UnknownFieldSet> found = new ArrayList<>();
    for (ByteString bytes : message.getField(field).getLengthDelimitedList()) {
      found.add(UnknownFieldSet.parseFrom(bytes));
    }
    return found;
  }

  private void receive(HttpExchange exchange) throws IOException {
    events.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
    itemMaster.close();
  }
}
