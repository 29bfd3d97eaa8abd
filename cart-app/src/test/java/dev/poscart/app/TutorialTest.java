package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/tutorial.md, run in a shell from the first to the last. */
class TutorialTest {

  private static final Path PAGE = Path.of("..", "docs", "tutorial.md");

  @TempDir Path folder;

  @Test
  void eachCommand_succeeds_andTheDayAddsUp() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    PageOfCommands page = PageOfCommands.read(PAGE);
    Poscart service = TestShop.startDemo(folder.resolve("data"), Map.of());
    try {
      List<String> printed = page.run(folder, service.port());

      assertThat(printed).hasSameSizeAs(page.blocks()).isNotEmpty();
      assertThat(String.join("\n", printed))
          .contains("【 売 上 レ ポ ー ト ( 速報 ) 】", "【 売 上 レ ポ ー ト ( 日報 ) 】")
          .contains(" 総売上       1件          458円\n", " 返品         1件          160円\n")
          .contains(" あるべき現金           30,298円\n", " 過不足                      0円\n");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }
}
