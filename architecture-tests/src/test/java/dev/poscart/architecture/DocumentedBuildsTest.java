package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The modules, profiles, tests and properties exist that the documents and the workflow name in
 * command lines of Maven. With a wrong name, such a command does nothing and succeeds.
 */
class DocumentedBuildsTest {

  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");

  private static final Pattern MODULES = Pattern.compile("\\s-pl ([a-z,-]+)");
  private static final Pattern PROFILES = Pattern.compile("\\s-P([a-z,]+)");
  private static final Pattern TESTS = Pattern.compile("\\s-Dtest=('[^']*'|[^\\s`]+)");
  private static final Pattern PROPERTIES = Pattern.compile("\\s-D(poscart[.][a-z.]+)");

  private final List<Path> sources = sources();

  @Test
  void whatCommandLinesOfMavenName_exists() throws IOException {
    for (Path document : documents()) {
      assertThat(missingIn(Source.text(document))).as(document.toString()).isEmpty();
    }
  }

  @Test
  void whatDoesNotExist_isReported() {
    assertThat(
            missingIn(
                "mvn verify -pl cart-web,cart-cellar -Pimage,cellar -Dposcart.cellar=1"
                    + " -Dtest='MoneyTest,Cellar*Test,MoneyTest#adds' -Dposcart.long=true"))
        .containsExactly(
            "module cart-cellar", "profile cellar", "test Cellar*Test", "property poscart.cellar");
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> hosting = Files.walk(ROOT.resolve(".github"))) {
      List<Path> documents =
          Stream.of(top, docs, hosting)
              .flatMap(files -> files)
              .filter(file -> file.toString().matches(".*[.](md|yml)"))
              .sorted()
              .toList();
      assertThat(documents).hasSizeGreaterThan(30);
      return documents;
    }
  }

  private List<String> missingIn(String text) {
    List<String> missing = new ArrayList<>();
    report(missing, "module", names(MODULES, text), DocumentedBuildsTest::isModule);
    report(missing, "profile", names(PROFILES, text), DocumentedBuildsTest::isProfile);
    report(missing, "test", names(TESTS, text), this::isTest);
    report(missing, "property", names(PROPERTIES, text), this::isRead);
    return missing;
  }

  private static void report(
      List<String> missing, String what, Stream<String> names, Predicate<String> exists) {
    names.filter(name -> !exists.test(name)).forEach(name -> missing.add(what + " " + name));
  }

  private static Stream<String> names(Pattern option, String text) {
    return option
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1).replace("'", ""))
        .flatMap(list -> Stream.of(list.split(",")));
  }

  private static boolean isModule(String name) {
    return Files.exists(ROOT.resolve(name).resolve("pom.xml"));
  }

  private static boolean isProfile(String name) {
    return Stream.concat(Stream.of(ROOT), SourceRulesTest.modules().stream().map(ROOT::resolve))
        .anyMatch(
            module -> Source.text(module.resolve("pom.xml")).contains("<id>" + name + "</id>"));
  }

  private boolean isTest(String name) {
    Pattern file = Pattern.compile(name.replaceFirst("#.*", "").replace("*", "\\w*") + "\\.java");
    return sources.stream()
        .anyMatch(source -> file.matcher(source.getFileName().toString()).matches());
  }

  /** Tests read it, or the build does. */
  private boolean isRead(String property) {
    return sources.stream().anyMatch(source -> Source.text(source).contains('"' + property + '"'))
        || SourceRulesTest.modules().stream()
            .map(module -> Source.text(ROOT.resolve(module).resolve("pom.xml")))
            .anyMatch(pom -> pom.contains("${" + property + "}"));
  }

  private static List<Path> sources() {
    return SourceRulesTest.modules().stream()
        .flatMap(module -> Source.javaFiles(ROOT.resolve(module).resolve("src/test")).stream())
        .toList();
  }
}
