package dev.poscart.app.crash;

import dev.poscart.adapters.mongo.Proxy;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A server in this process that speaks MongoDB's protocol and survives the kills, behind a proxy
 * that injects faults.
 */
final class WireDatabase implements Database {

  /** It scans the whole collection for each query. */
  private static final int MAX_TRANSACTIONS = 2_000;

  private static final int LOST_WRITES = 40;
  private static final Duration MAX_DURATION = Duration.ofSeconds(5);

  private final WireServer server = WireServer.start();
  private final Proxy proxy;
  private int number;

  WireDatabase() throws IOException {
    proxy = new Proxy(server.address());
  }

  private String prefix() {
    return "crash" + number;
  }

  @Override
  public void renew() {
    number++;
  }

  @Override
  public List<String> options() {
    return List.of("--mongodb-uri", proxy.connectionString(), "--db-name-prefix", prefix());
  }

  @Override
  public List<Fault> faults() {
    return List.of(
        Fault.lasting(
            "database cuts",
            3,
            MAX_DURATION,
            service -> proxy.disconnect(),
            service -> proxy.heal()),
        Fault.lasting(
            "database silences",
            2,
            MAX_DURATION,
            service -> proxy.setSilent(true),
            service -> proxy.heal()),
        Fault.lasting(
            "database delays",
            1,
            MAX_DURATION,
            service -> proxy.setDelay(Duration.ofMillis(150)),
            service -> proxy.heal()),
        Fault.lasting(
            "database step-downs",
            2,
            MAX_DURATION,
            service -> proxy.setSteppedDown(true),
            service -> proxy.heal()),
        new Fault("lost writes", 3, (service, random) -> loseWrites(random)));
  }

  /** Appends and changes of carts, some before and some after they were done. */
  private void loseWrites(Random random) throws InterruptedException {
    for (int i = 0; i < LOST_WRITES; i++) {
      String write = random.nextInt(3) > 0 ? "insert" : "update";
      if (random.nextBoolean()) {
        proxy.loseNext(write);
      } else {
        proxy.loseNextReplyTo(write, Proxy.Loss.CLOSED);
      }
      Delay.ofMillis(20 + random.nextInt(200));
    }
  }

  @Override
  public StoreView open() {
    return MongoView.open(server.connectionString(), prefix());
  }

  @Override
  public int maxTransactions() {
    return MAX_TRANSACTIONS;
  }

  @Override
  public void close() {
    try {
      proxy.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      server.close();
    }
  }
}
