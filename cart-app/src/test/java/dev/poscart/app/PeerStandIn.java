package dev.poscart.app;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for the terminal and the master-data service of one till. */
public final class PeerStandIn implements AutoCloseable {

  static final String API = "/api/v1";
  public static final String TENANT = API + "/tenants/A1234";

  private static final Map<String, String> ANSWERS =
      Map.of(
          API + "/terminals/A1234-5678-9",
          """
          {"terminalId":"A1234-5678-9","tenantId":"A1234","storeCode":"5678","terminalNo":9,
           "status":"Opened","businessDate":"20251123","openCounter":1,"businessCounter":7,
           "apiKey":"key9","staff":{"id":"S001","name":"花子","pin":"1"}}\
          """,
          TENANT + "/stores/5678",
          "{\"storeCode\":\"5678\",\"storeName\":\"隣の店\"}",
          TENANT + "/settings",
          """
          [{"name":"RECEIPT_NO_START_VALUE","defaultValue":"500","values":[
             {"storeCode":"5678","terminalNo":9,"value":"700"}]}]\
          """,
          TENANT + "/promotions/active",
          """
          [{"promotionCode":"P1","promotionType":"category_discount","name":"秋の市",
            "detail":{"targetCategoryCodes":["C1"],"discountRate":10}}]\
          """,
          TENANT + "/payments/01",
          "{\"paymentCode\":\"01\",\"description\":\"現金\",\"canDepositOver\":true,\"canChange\":true}");

  /** The requests so far: API key, token, path with its query. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The data of each answer, by its path, with or without its query; others are 404. */
  public final Map<String, String> answers = new HashMap<>(ANSWERS);

  /** Checks that each request is one that kugelpos's services accept. */
  public final PeerGate gate = new PeerGate(PeerStandIn::isExpected);

  final TraceNotes traces = new TraceNotes();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  public PeerStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer).getFilters().addAll(List.of(traces, gate));
    server.start();
  }

  /** The base URL of both services. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + API;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static boolean isExpected(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String authorization = String.valueOf(headers.getFirst("Authorization"));
    return exchange.getRequestMethod().equals("GET")
        && exchange.getRequestURI().getPath().startsWith(API + "/")
        && "application/json".equals(headers.getFirst("Accept"))
        && (headers.containsKey("X-API-KEY") || authorization.startsWith("Bearer "));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("X-API-KEY");
    asked.add(
        key
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRequestURI());
    String data =
        answers.getOrDefault(
            exchange.getRequestURI().toString(), answers.get(exchange.getRequestURI().getPath()));
    int status = data == null ? 404 : "key8".equals(key) ? 401 : 200;
    byte[] body = ("{\"success\":true,\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
