package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process that is asked to end. */
@Slow
class GracefulEndTest {

  private static final int TERMINALS = 8;
  private static final int SALES_BEFORE_END = 24;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private final ConcurrentLinkedQueue<String> billed = new ConcurrentLinkedQueue<>();

  /** More than "nothing acknowledged is lost": every request that took effect was also answered. */
  @Test
  void sigterm_underLoad_answersEveryRequestInFlight_andExitsWith0() throws Exception {
    ServiceProcess service = ServiceProcess.start(options());
    ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
    try {
      List<Future<?>> sellers = new ArrayList<>();
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        TestTill till = till(service, terminalNo);
        sellers.add(threads.submit(() -> sellUntilRefused(till)));
      }
      Await.until("enough is sold", () -> billed.size() >= SALES_BEFORE_END);
      assertThat(service.terminate()).as(service.output()).isZero();
      for (Future<?> seller : sellers) {
        seller.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(service.output()).contains("stopping", "stopped").doesNotContain("still in flight");
    ServiceProcess next = ServiceProcess.start(options());
    int sales = 0;
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      JsonNode log = till(next, terminalNo).transactions();
      for (int i = 0; i < log.size(); i++) {
        assertThat(log.path(i).path("transactionNo").intValue()).isEqualTo(i + 1);
      }
      sales += log.size();
    }
    assertThat(sales).isEqualTo(billed.size());
    assertThat(next.terminate()).isZero();
  }

  @Test
  void secondSignal_whileARequestHangs_endsAtOnce() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ServiceProcess service = hanging(silent, "--drain-seconds", "300");
      service.askToEnd();
      Await.until("connections are refused", () -> isRefused(service.port()));
      service.askToEnd();
      assertThat(service.exitCode()).isEqualTo(143);
      assertThat(service.output()).contains("exiting at once").doesNotContain("stopped");
    }
  }

  @Test
  void requestHangingBeyondTheDrain_isAbandoned_withALogLine() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ServiceProcess service = hanging(silent, "--drain-seconds", "1");
      assertThat(service.terminate()).isZero();
      assertThat(service.output()).contains("requests were still in flight after PT1S", "stopped");
    }
  }

  @Test
  void readiness_failsBeforeRequestsAreRefused() throws Exception {
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of("--shutdown-delay-seconds", "6"));
    ServiceProcess service = ServiceProcess.start(options);
    Await.until("it is ready", () -> status(service, "/health/ready") == 200);
    service.askToEnd();
    Await.until("it is no longer ready", () -> status(service, "/health/ready") == 503);
    assertThat(status(service, "/health/live")).isEqualTo(200);
    till(service, 1).createCart();
    assertThat(service.exitCode()).isZero();
  }

  private void sellUntilRefused(TestTill till) {
    try {
      while (true) {
        String cart = till.post("/carts", "{}").data().path("cartId").textValue();
        till.add(cart, "A", 1);
        till.subtotal(cart);
        till.pay(cart, "01", "110");
        TestTill.Answer bill = till.bill(cart);
        if (bill.status() == 503) {
          assertThat(bill.body().at("/user_error/code").textValue()).isEqualTo("600003");
          return;
        }
        if (bill.status() == 200) {
          billed.add(cart);
        }
      }
    } catch (IOException e) {
      // Not started: the connection was closed or refused.
    }
  }

  /**
   * A service with a request that waits for an item master that accepts connections and never
   * answers.
   */
  private ServiceProcess hanging(ServerSocket silent, String... more) throws Exception {
    List<String> options = new ArrayList<>(options());
    options.addAll(
        List.of(
            "--master-data-grpc-url",
            "127.0.0.1:" + silent.getLocalPort(),
            "--item-master-warm-up",
            "false",
            "--grpc-timeout",
            "300",
            "--request-timeout-seconds",
            "300"));
    options.addAll(List.of(more));
    ServiceProcess service = ServiceProcess.start(options);
    TestTill till = till(service, 1);
    String cart = till.createCart();
    var unused = CompletableFuture.runAsync(() -> addOrFail(till, cart));
    Await.until("a request hangs", () -> metrics(service).contains("poscart_http_in_work 1.0"));
    return service;
  }

  private static void addOrFail(TestTill till, String cart) {
    try {
      till.add(cart, "A", 1);
    } catch (IOException e) {
      // Ended with the service.
    }
  }

  private List<String> options() throws IOException {
    Path profile = folder.resolve("shop.json");
    Files.writeString(profile, TestShop.profile(TERMINALS));
    return List.of(
        "--store-profile", profile.toString(), "--data-dir", folder.resolve("data").toString());
  }

  private static String metrics(ServiceProcess service) throws Exception {
    return CLIENT.send(get(service, "/metrics"), BodyHandlers.ofString()).body();
  }

  private static int status(ServiceProcess service, String path) throws Exception {
    return CLIENT.send(get(service, path), BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest get(ServiceProcess service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path)).build();
  }

  private static boolean isRefused(int port) {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !probe.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  private static TestTill till(ServiceProcess service, int terminalNo) {
    return new TestTill(
        CLIENT, service.port(), TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }
}
