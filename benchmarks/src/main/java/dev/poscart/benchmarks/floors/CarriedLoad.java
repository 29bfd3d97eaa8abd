package dev.poscart.benchmarks.floors;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.load.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Users who enter items, one by one, into carts that travel with them: from the first line to twice
 * as many as the carts have on average.
 */
record CarriedLoad(int users, int lines, int adds) {

  private static final Pattern CART_ID = Pattern.compile("\"cartId\":\"([^\"]+)\"");
  private static final String ENVELOPE = "\"signedSnapshot\":";
  private static final long MAX_NANOS = 60_000_000_000L;

  /** What one cart's user has sent and received. */
  record Recorded(List<byte[]> requests, List<byte[]> answers) {}

  Figures run(URI base, RunningJvm jvm) {
    return run(List.of(base), List.of(jvm));
  }

  /** The same with terminals that go to each of several services in turn, item by item. */
  Figures run(List<URI> bases, List<RunningJvm> jvms) {
    Histogram nanos = new SynchronizedHistogram(MAX_NANOS, 3);
    CyclicBarrier begin = new CyclicBarrier(users + 1);
    List<Thread> threads = new ArrayList<>();
    for (LoadTerminal terminal : Shop.terminals(users)) {
      Thread user = new Thread(() -> work(bases, terminal, begin, nanos));
      user.start();
      threads.add(user);
    }
    AddItemLoad.await(begin);
    List<RunningJvm.Usage> before = jvms.stream().map(RunningJvm::usage).toList();
    long started = System.nanoTime();
    AddItemLoad.await(begin);
    threads.forEach(AddItemLoad::join);
    long took = System.nanoTime() - started;
    long cpu = 0;
    long allocated = 0;
    for (int i = 0; i < jvms.size(); i++) {
      RunningJvm.Usage after = jvms.get(i).usage();
      cpu += after.cpuNanosSince(before.get(i));
      allocated += after.allocatedSince(before.get(i));
    }
    return Figures.of(nanos, took, cpu, allocated);
  }

  /** The requests and answers of one cart, from its first line to its last. */
  Recorded record(URI base) throws IOException {
    LoadTerminal terminal = Shop.terminals(1).get(0);
    List<byte[]> requests = new ArrayList<>();
    List<byte[]> answers = new ArrayList<>();
    try (TillSocket till = new TillSocket(base, terminal.apiKey())) {
      String opened = open(till, terminal);
      String target = AddItemLoad.target(cartId(opened), "lineItems", terminal);
      String snapshot = snapshot(opened);
      for (int i = 0; i < 2 * lines; i++) {
        String request = wrapped(snapshot, i);
        byte[] answer = till.post(target, request);
        requests.add(request.getBytes(StandardCharsets.ISO_8859_1));
        answers.add(answer);
        snapshot = snapshot(text(answer));
      }
    }
    return new Recorded(requests, answers);
  }

  private void work(List<URI> bases, LoadTerminal terminal, CyclicBarrier begin, Histogram nanos) {
    Histogram own = new Histogram(MAX_NANOS, 3);
    List<TillSocket> tills = new ArrayList<>();
    try {
      for (URI base : bases) {
        tills.add(new TillSocket(base, terminal.apiKey()));
      }
      List<String> opened = new ArrayList<>();
      for (int carts = 0; carts * 2 * lines < adds; carts++) {
        opened.add(open(tills.get(0), terminal));
      }
      AddItemLoad.await(begin);
      AddItemLoad.await(begin);
      for (String cart : opened) {
        fill(tills, terminal, cart, own);
      }
      for (TillSocket till : tills) {
        till.close();
      }
    } catch (IOException e) {
      begin.reset();
      throw new UncheckedIOException(e);
    }
    nanos.add(own);
  }

  private void fill(List<TillSocket> tills, LoadTerminal terminal, String opened, Histogram own)
      throws IOException {
    String target = AddItemLoad.target(cartId(opened), "lineItems", terminal);
    String snapshot = snapshot(opened);
    for (int i = 0; i < 2 * lines; i++) {
      String request = wrapped(snapshot, i);
      TillSocket till = tills.get((i + 1) % tills.size());
      long started = System.nanoTime();
      byte[] answer = till.post(target, request);
      own.recordValue(System.nanoTime() - started);
      snapshot = snapshot(text(answer));
    }
  }

  private static String open(TillSocket till, LoadTerminal terminal) throws IOException {
    return text(
        till.post("/api/v1/carts?terminal_id=" + terminal.id(), "{\"carrySnapshot\": true}"));
  }

  private static String wrapped(String snapshot, int item) {
    return "{" + ENVELOPE + snapshot + ",\"payload\":" + AddItemLoad.items(1, item) + "}";
  }

  /** One character for each byte, as the socket sends them. */
  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.ISO_8859_1);
  }

  private static String cartId(String answer) throws IOException {
    Matcher found = CART_ID.matcher(answer);
    if (!found.find()) {
      throw new IOException("no cart id: " + answer);
    }
    return found.group(1);
  }

  /** The object after its name, up to the brace that closes it; texts have no braces here. */
  private static String snapshot(String answer) {
    int from = answer.lastIndexOf(ENVELOPE) + ENVELOPE.length();
    int depth = 0;
    int end = from;
    do {
      char letter = answer.charAt(end++);
      depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
    } while (depth > 0);
    return answer.substring(from, end);
  }
}
