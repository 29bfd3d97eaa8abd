package dev.poscart.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.console.Progress;
import dev.poscart.domain.port.Stages;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What was rung up in a day.
 *
 * @param tills one line for each till
 * @param businessDate {@code YYYYMMDD}
 */
public record DemoDay(List<String> tills, String businessDate) {

  private static final int CHANGE_FUND = 30_000;

  public DemoDay {
    tills = List.copyOf(tills);
  }

  /**
   * Rings up a day at the three tills of the demo store, which work at the same time.
   *
   * @param service address of a service with the demo store
   * @param progress is told how many customers have been served
   * @return fails with {@link dev.poscart.domain.port.PortException} if the service refuses
   */
  public static CompletionStage<DemoDay> run(
      URI service, int customers, int seed, Progress progress) {
    HttpClient client = HttpClient.newHttpClient();
    List<Cashier> cashiers =
        List.of(
            new Cashier(DemoTill.of(client, service, "0001", 1)),
            new Cashier(DemoTill.of(client, service, "0001", 2)),
            new Cashier(DemoTill.of(client, service, "0002", 1)));
    DemoTill first = cashiers.get(0).till();
    return first
        .get("/tenants/D0001/items?limit=1000")
        .thenCompose(items -> run(cashiers, items, customers, seed, progress))
        .thenCompose(closing -> first.get("/terminals/" + first.terminalId()))
        .whenComplete((done, failure) -> progress.end())
        .thenApply(
            terminal ->
                new DemoDay(
                    cashiers.stream().map(Cashier::toString).toList(),
                    terminal.path("businessDate").asText()));
  }

  private static CompletionStage<Void> run(
      List<Cashier> cashiers, JsonNode items, int customers, int seed, Progress progress) {
    List<Customer> all = Customer.ofDay(new Random(seed), items, customers);
    AtomicInteger served = new AtomicInteger();
    List<CompletableFuture<Void>> shifts = new ArrayList<>();
    for (int i = 0; i < cashiers.size(); i++) {
      Cashier cashier = cashiers.get(i);
      shifts.add(
          shift(cashier, own(all, i, cashiers.size()), () -> progress.at(served.incrementAndGet()))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(shifts.toArray(CompletableFuture[]::new));
  }

  private static CompletionStage<Void> shift(
      Cashier cashier, List<Customer> customers, Runnable served) {
    String changeFund = "{\"amount\":" + CHANGE_FUND + ",\"description\":\"釣銭準備金\"}";
    return cashier
        .till()
        .post("/terminals/" + cashier.till().terminalId() + "/cash-in", changeFund)
        .thenCompose(
            ready ->
                Stages.untilFailure(
                    customers, customer -> cashier.serve(customer).thenRun(served)));
  }

  /** Every customer goes to one till. */
  private static List<Customer> own(List<Customer> all, int till, int tills) {
    return IntStream.range(0, all.size())
        .filter(i -> i % tills == till)
        .mapToObj(all::get)
        .toList();
  }
}
