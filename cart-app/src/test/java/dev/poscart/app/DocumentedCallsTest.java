package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.app.PageOfCommands.Block;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that documents show with their answers, run in a shell from first to last. */
class DocumentedCallsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");

  /** Pages with calls, and the test that runs those that this one does not. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "docs/tutorial.md", "TutorialTest",
          "docs/migrating-from-kugelpos.md", "MigrationGuideTest");

  @TempDir Path folder;

  @Test
  void callsOfTheReadme_areAnsweredAsShown() throws IOException {
    PageOfCommands page = PageOfCommands.read(ROOT.resolve("README.md"));
    List<Block> sale =
        page.blocks().stream().filter(block -> block.commands().contains("curl ")).toList();

    assertThat(sale).hasSize(1);
    assertThat(differences(new PageOfCommands(sale))).isEmpty();
  }

  @Test
  void callsForIntegrators_areAnsweredAsShown() throws IOException {
    PageOfCommands page = PageOfCommands.read(ROOT.resolve("docs/integrating.md"));

    assertThat(page.blocks()).hasSizeGreaterThan(30);
    assertThat(differences(page)).isEmpty();
  }

  @Test
  void noOtherPage_hasCalls() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      List<String> pages =
          Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
              .filter(file -> file.toString().endsWith(".md"))
              .filter(DocumentedCallsTest::hasCalls)
              .map(file -> ROOT.relativize(file).toString())
              .toList();
      assertThat(pages)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README.md", "docs/integrating.md"), ELSEWHERE.keySet().stream())
                  .toList());
    }
  }

  @Test
  void wrongAnswers_areReported() {
    assertThat(
            ShownAnswer.differences(
                "{\"a\": 1, \"b\": [{\"c\": \"…\"}], \"d\": \"x\"}", "{\"a\":1.0,\"b\":[{}]}"))
        .containsExactly("/b/0/c is missing", "/d:  (shown: \"x\")");
    assertThat(ShownAnswer.differences("one\n", "two\n")).hasSize(1);
    assertThat(ShownAnswer.differences("…\nthree\n", "one\ntwo\nthree\n")).isEmpty();
    assertThat(ShownAnswer.differences("…\nfour\n", "one\ntwo\nthree\n")).hasSize(1);
  }

  private static boolean hasCalls(Path page) {
    try {
      return Files.readString(page).lines().anyMatch(line -> line.matches("(.*\\()?curl .*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> differences(PageOfCommands page) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    Poscart service =
        TestShop.startDemo(
            folder.resolve("data"),
            Map.of(
                Variable.SNAPSHOT_HMAC_KEYS, "demo:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE="));
    try {
      List<String> printed = page.run(folder, service.port());
      return Stream.iterate(0, at -> at < printed.size(), at -> at + 1)
          .flatMap(at -> differences(page.blocks().get(at), printed.get(at)).stream())
          .toList();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private static List<String> differences(Block block, String printed) {
    return block
        .shown()
        .map(shown -> ShownAnswer.differences(shown, printed))
        .orElse(List.of())
        .stream()
        .map(difference -> block.commands() + difference)
        .toList();
  }
}
