package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All output of a process that cannot start, including logs of libraries. */
@Slow
class RefusedStartTest {

  @TempDir Path folder;

  @Test
  void portInUse_isReportedInOneSentence() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = taken.getLocalPort();
      assertThat(refused("--host", "127.0.0.1", "--port", "" + port))
          .startsWith(
              "poscart: PORT: '%d' (expected: a free port on 127.0.0.1 that this user may open): "
                  .formatted(port));
    }
  }

  @Test
  void hostOfAnotherMachine_isReportedInOneSentence() throws Exception {
    assertThat(refused("--host", "203.0.113.1"))
        .startsWith(
            "poscart: HOST: '203.0.113.1' (expected: an address or host name of this machine): ");
  }

  @Test
  void originWithATrailingSlash_isReportedInOneSentence() throws Exception {
    assertThat(refused("--cors-origins", "https://x/"))
        .startsWith("poscart: CORS_ORIGINS: 'https://x/' (expected: origins such as https://");
  }

  /** At a level that the logging library does not know, it would log everything. */
  @Test
  void unknownLogLevel_isRefusedBeforeTheStart() {
    for (String level : List.of("foo", "")) {
      CommandOutcome outcome =
          CommandOutcome.of(Map.of("LOG_LEVEL", level), serving -> {}, List.of("serve"));
      assertThat(outcome.code()).hasValue(2);
      assertThat(outcome.err())
          .isEqualTo(
              "poscart: LOG_LEVEL: '%s' (expected: ERROR, WARN, INFO, DEBUG, TRACE or OFF)%n"
                  .formatted(level));
    }
    assertThat(
            CommandOutcome.of(Map.of("LOG_LEVEL", "warn"), serving -> {}, List.of("config")).code())
        .hasValue(0);
  }

  @Test
  void fileInUse_isReportedInOneSentence() throws Exception {
    ServiceProcess first = ServiceProcess.start(options());
    try {
      assertThat(refused())
          .isEqualTo(
              "poscart: "
                  + folder.resolve("data").resolve("poscart.db")
                  + ": is in use (expected: one Poscart process per file); stop the other process"
                  + " first");
    } finally {
      first.kill();
    }
  }

  /** Its one line of output apart from the log of its first steps; it exits with 2. */
  private String refused(String... more) throws Exception {
    List<String> options = new ArrayList<>(options());
    options.addAll(List.of(more));
    ServiceProcess service = ServiceProcess.launch(ServiceProcess.SMALL, options);
    assertThat(service.exitCode()).as(service.output()).isEqualTo(2);
    List<String> said =
        service.output().lines().filter(line -> !line.contains("Z INFO  [-] ")).toList();
    assertThat(said).as(service.output()).hasSize(1);
    return said.get(0);
  }

  private List<String> options() throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    return List.of(
        "--store-profile", profile.toString(), "--data-dir", folder.resolve("data").toString());
  }
}
