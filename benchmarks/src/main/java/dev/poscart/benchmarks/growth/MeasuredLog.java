package dev.poscart.benchmarks.growth;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.floors.Figures;
import dev.poscart.benchmarks.floors.RunningJvm;
import dev.poscart.benchmarks.floors.TillSocket;
import dev.poscart.benchmarks.load.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/** A service on a log of some length, and one till that asks it. */
final class MeasuredLog implements AutoCloseable {

  private static final Pattern CART_ID = Pattern.compile("\"cartId\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("\"transactionNo\"\\s*:\\s*(\\d+)");
  private static final Pattern BALANCE = Pattern.compile("\"balanceAmount\"\\s*:\\s*(\\d+)");
  private static final String ITEM = "[{\"itemCode\": \"2000000000000\", \"quantity\": 1}]";

  private final int transactions;
  private final ServiceProcess service;
  private final RunningJvm jvm;
  private final LoadTerminal terminal = Shop.terminals(1).get(0);
  private TillSocket till;
  private final Random random = new Random(1);
  private final Deque<String> sales = new ArrayDeque<>();
  private String amount = "0";

  MeasuredLog(int transactions, ServiceProcess service) throws IOException {
    this.transactions = transactions;
    this.service = service;
    this.till = new TillSocket(service.base(), terminal.apiKey());
    this.jvm = RunningJvm.attach(service.pid());
  }

  int transactions() {
    return transactions;
  }

  /** On a new connection, because the service closes one that is idle for long. */
  void connect() throws IOException {
    till.close();
    till = new TillSocket(service.base(), terminal.apiKey());
  }

  /** One request. */
  @FunctionalInterface
  private interface Request {
    void send() throws IOException;
  }

  /** The next number: bills of paid carts. */
  Figures bill(int count) throws IOException {
    List<String> carts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      carts.add(paidCart());
    }
    Deque<String> open = new ArrayDeque<>(carts);
    return measure(
        count, () -> sales.add(found(NUMBER, till.post(cart(open.remove(), "bill"), ""))));
  }

  private String paidCart() throws IOException {
    String id = found(CART_ID, till.post("/api/v1/carts?terminal_id=" + terminal.id(), "{}"));
    till.post(cart(id, "lineItems"), ITEM);
    amount = found(BALANCE, till.post(cart(id, "subtotal"), ""));
    till.post(cart(id, "payments"), payment());
    return id;
  }

  private String cart(String id, String action) {
    return "/api/v1/carts/" + id + "/" + action + "?terminal_id=" + terminal.id();
  }

  private String payment() {
    return "[{\"paymentCode\": \"01\", \"amount\": " + amount + "}]";
  }

  /** Voids of sales that {@link #bill} has booked. */
  Figures voids(int count) throws IOException {
    return measure(
        Math.min(count, sales.size()),
        () -> till.post(transaction("/" + sales.remove() + "/void"), payment()));
  }

  /** The first page of today's list. */
  Figures listOfTheDay(int count, String businessDate) throws IOException {
    String target = transaction("") + "&business_date=" + businessDate + "&limit=20";
    return measure(count, () -> till.get(target));
  }

  /** Single transactions of any age. */
  Figures read(int count) throws IOException {
    int numbers = transactions / LogGenerator.TILLS;
    return measure(count, () -> till.get(transaction("/" + (1 + random.nextInt(numbers)))));
  }

  /** X reports of the day. */
  Figures report(int count, String businessDate) throws IOException {
    String target =
        till("reports") + "&report_scope=flash&report_type=sales&business_date=" + businessDate;
    return measure(count, () -> till.get(target));
  }

  /** Processor time of the idle service for each second. */
  Figures idle(int seconds) throws IOException {
    return measure(
        seconds,
        () -> {
          try {
            Thread.sleep(1_000);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
  }

  private String transaction(String rest) {
    return till("transactions" + rest);
  }

  private String till(String what) {
    return "/api/v1/tenants/B0001/stores/0001/terminals/1/"
        + what
        + "?terminal_id="
        + terminal.id();
  }

  private Figures measure(int count, Request request) throws IOException {
    Histogram nanos = new Histogram(60_000_000_000L, 3);
    RunningJvm.Usage before = jvm.usage();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long started = System.nanoTime();
      request.send();
      nanos.recordValue(System.nanoTime() - started);
    }
    long took = System.nanoTime() - began;
    RunningJvm.Usage after = jvm.usage();
    return Figures.of(nanos, took, after.cpuNanosSince(before), after.allocatedSince(before));
  }

  private static String found(Pattern pattern, byte[] answer) throws IOException {
    Matcher matcher = pattern.matcher(new String(answer, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      throw new IOException("no " + pattern + " in the answer");
    }
    return matcher.group(1);
  }

  @Override
  public void close() throws IOException {
    till.close();
    jvm.close();
    service.close();
  }
}
