package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The test classes and test methods that the documents name exist. */
class DocumentedTestsTest {

  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");

  /**
   * A class, one of its tests, or another test of the class named before; a star matches any
   * ending.
   */
  private static final Pattern NAMED =
      Pattern.compile("`([A-Z]\\w*(?:Test|Contract))?(?:[.#]([a-z]\\w*)(\\*?))?`");

  private final Map<String, String> sources = sources();

  @Test
  void testsThatDocumentsName_exist() throws IOException {
    List<Path> documents;
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      documents = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    assertThat(documents).isNotEmpty();
    for (Path document : documents) {
      assertThat(missingIn(Source.text(document))).as(document.toString()).isEmpty();
    }
  }

  @Test
  void missingTest_isReported() {
    assertThat(
            missingIn(
                "`NoSuchTest`, `DocumentedTestsTest.no_such`, `DocumentedTestsTest.missingTest`,"
                    + " `DocumentedTestsTest.missingTest*`, `.testsThatDocumentsName_exist`, `.no`"))
        .containsExactly(
            "NoSuchTest",
            "DocumentedTestsTest.no_such",
            "DocumentedTestsTest.missingTest",
            "DocumentedTestsTest.no");
  }

  private List<String> missingIn(String document) {
    List<String> missing = new ArrayList<>();
    String last = "";
    for (MatchResult named : NAMED.matcher(document).results().toList()) {
      if (named.group(1) != null) {
        last = named.group(1);
      }
      if (last.isEmpty()) {
        continue;
      }
      String source = sources.getOrDefault(last, "");
      if (source.isEmpty()) {
        missing.add(last);
      } else if (named.group(2) != null && !hasTest(source, named.group(2), named.group(3))) {
        missing.add(last + "." + named.group(2));
      }
    }
    return missing;
  }

  private static boolean hasTest(String source, String name, String star) {
    return source.contains("void " + name + (star.isEmpty() ? "(" : ""));
  }

  private static Map<String, String> sources() {
    return SourceRulesTest.modules().stream()
        .flatMap(module -> Source.javaFiles(ROOT.resolve(module).resolve("src/test")).stream())
        .filter(file -> file.toString().matches(".*(Test|Contract)\\.java"))
        .collect(
            Collectors.toMap(
                file -> file.getFileName().toString().replace(".java", ""),
                Source::text,
                (one, other) -> one + other));
  }
}
