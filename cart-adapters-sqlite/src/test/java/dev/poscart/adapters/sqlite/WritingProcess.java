package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.CartTestData;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** Writes carts until it is killed and names each one once it is acknowledged. */
final class WritingProcess {

  private static final int AT_ONCE = 16;
  private static final int END = 100_000;

  private WritingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    SqliteStoreSet storeSet =
        SqliteStoreSet.open(SqliteConfig.of(Path.of(args[0])), Clock.systemUTC());
    PrintStream out = System.out;
    Semaphore atOnce = new Semaphore(AT_ONCE);
    for (int i = 0; i < END; i++) {
      String id = "cart-" + i;
      atOnce.acquire();
      storeSet
          .carts()
          .insert(CartTestData.cartWithLines(id, 10))
          .whenComplete(
              (done, failure) -> {
                if (failure == null) {
                  out.print(id + "\n");
                  out.flush();
                }
                atOnce.release();
              });
    }
  }
}
