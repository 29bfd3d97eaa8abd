package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/tutorial.md, run in a shell from the first to the last. */
class TutorialTest {

  private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
  private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir Path folder;

  @Test
  void eachCommand_succeeds_andTheDayAddsUp() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    Poscart service =
        Poscart.start(
                ServiceConfig.read(
                    Map.of(
                        Variable.PORT, "0", Variable.DATA_DIR, folder.resolve("data").toString())))
            .toCompletableFuture()
            .join();
    try {
      String output = run("set -e\n" + commands(service.port()));

      assertThat(output)
          .contains("【 売 上 レ ポ ー ト ( 速報 ) 】", "【 売 上 レ ポ ー ト ( 日報 ) 】")
          .contains(" 総売上       1件          458円\n", " 返品         1件          160円\n")
          .contains(" あるべき現金           30,298円\n", " 過不足                      0円\n")
          .endsWith("done\n");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private static String commands(int port) throws IOException {
    return COMMANDS
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .collect(Collectors.joining())
            .replace("http://localhost:8003/", "http://127.0.0.1:" + port + "/")
        + "echo done\n";
  }

  private String run(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("commands"), script);
    Process shell = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
