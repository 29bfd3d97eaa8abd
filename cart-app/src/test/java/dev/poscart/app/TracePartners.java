package dev.poscart.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.config.Variable;
import dev.poscart.app.itemmaster.CountingItemMaster;
import dev.poscart.app.itemmaster.TracedCall;
import dev.poscart.app.profile.StoreProfileReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a traced service speaks to: a collector that keeps the spans it gets by OTLP over HTTP; an
 * item master, peer services and an event receiver that note the trace they are called in.
 */
final class TracePartners implements AutoCloseable {

  private final HttpServer http;
  private final CountingItemMaster itemMaster;
  private final PeerStandIn peers = new PeerStandIn();
  private final TraceNotes events = new TraceNotes();
  private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

  /**
   * @param profile the store profile that has the items
   */
  TracePartners(Path profile) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    http = HttpServer.create(anyPort, 0);
    http.createContext("/v1/traces", this::collect);
    http.createContext("/v1.0/publish/", TracePartners::receive).getFilters().add(events);
    http.createContext("/v1.0/state/", TracePartners::receive);
    http.start();
    itemMaster =
        new CountingItemMaster(new StoreProfileReader("20251123").readFile(profile).catalogue());
  }

  /** The settings of a service that speaks to all of them. */
  Map<Variable, String> settings() {
    String url = "http://127.0.0.1:" + http.getAddress().getPort();
    return Map.of(
        Variable.MASTER_DATA_GRPC_URL,
        itemMaster.target(),
        Variable.ITEM_MASTER_WARM_UP,
        "false",
        Variable.BASE_URL_TERMINAL,
        peers.base(),
        Variable.BASE_URL_MASTER_DATA,
        peers.base(),
        Variable.DAPR_HTTP_ENDPOINT,
        url,
        Variable.OTEL_EXPORTER_OTLP_ENDPOINT,
        url);
  }

  List<SpanData> spans() {
    return List.copyOf(spans);
  }

  List<TracedCall> itemMasterCalls() {
    return itemMaster.calls();
  }

  List<TracedCall> peerCalls() {
    return peers.traces.calls();
  }

  /** The calls that brought an event. */
  List<TracedCall> events() {
    return events.calls();
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

  private static void receive(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
    peers.close();
    itemMaster.close();
  }
}
