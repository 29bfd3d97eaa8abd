package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.CartId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Slow
class KilledWriterTest {

  private static final int ENOUGH = 300;

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void acknowledgedWrites_surviveAKill() throws Exception {
    Path file = folder.resolve("poscart.db");
    Set<String> acknowledged = writeInAnotherProcessAndKillIt(file);

    SqliteStoreSet storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(acknowledged)
        .allSatisfy(
            id ->
                assertThat(
                        result(
                            storeSet
                                .carts()
                                .find(CartTestData.TERMINAL.tenantId(), new CartId(id))))
                    .as(id)
                    .isPresent());
    result(storeSet.close());
  }

  // The other process prints an id only after its write was acknowledged.
  private static Set<String> writeInAnotherProcessAndKillIt(Path file)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                WritingProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == ENOUGH) {
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.toHandle().destroyForcibly();
    }
    assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }
}
