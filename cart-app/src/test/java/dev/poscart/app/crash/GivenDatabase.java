package dev.poscart.app.crash;

import java.util.List;

/** The MongoDB that {@code MONGODB_TEST_URI} names; it is left in peace, the service is not. */
final class GivenDatabase implements Database {

  private static final int MOST_TRANSACTIONS = 20_000;

  private final String uri;
  private final String run = "crash_" + Long.toString(System.currentTimeMillis(), 36);
  private int number;

  GivenDatabase(String uri) {
    this.uri = uri;
  }

  private String prefix() {
    return run + "_" + number;
  }

  @Override
  public void renew() {
    number++;
  }

  @Override
  public List<String> options() {
    return List.of("--mongodb-uri", uri, "--db-name-prefix", prefix());
  }

  @Override
  public List<Fault> faults() {
    return List.of();
  }

  @Override
  public StoreView open() {
    return MongoView.open(uri, prefix());
  }

  @Override
  public int mostTransactions() {
    return MOST_TRANSACTIONS;
  }

  @Override
  public void close() {}
}
