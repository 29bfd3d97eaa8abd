package dev.poscart.architecture;

import static dev.poscart.architecture.SourceRule.DOMAIN_WRITES_NO_FLOATING_POINT;
import static dev.poscart.architecture.SourceRule.NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED;
import static dev.poscart.architecture.SourceRule.PACKAGES_SAY_THEIR_PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceRulesTest {

  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
  private static final Path BROKEN =
      ROOT.resolve("architecture-tests/src/test/java/dev/poscart/architecture/broken");

  static List<String> modules() {
    return Pattern.compile("<module>(.*)</module>")
        .matcher(Source.text(ROOT.resolve("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void packages_sayTheirPurpose(String module) {
    Path sources = ROOT.resolve(module).resolve("src");
    assertThat(PACKAGES_SAY_THEIR_PURPOSE.violationsBelow(sources))
        .filteredOn(folder -> !folder.startsWith(BROKEN))
        .isEmpty();
  }

  @Test
  void modules_areThoseOfTheHouse() {
    assertThat(modules()).contains("proto", "cart-domain", "cart-app", "architecture-tests");
  }

  @Test
  void packageWithoutASign_isMet() {
    assertThat(PACKAGES_SAY_THEIR_PURPOSE.violationsBelow(BROKEN))
        .contains(BROKEN.resolve("cellar"))
        .doesNotContain(BROKEN);
  }

  @Test
  void domain_writesNoFloatingPoint() {
    Path domain = ROOT.resolve("cart-domain/src/main/java");
    assertThat(Source.javaFiles(domain)).isNotEmpty();
    assertThat(DOMAIN_WRITES_NO_FLOATING_POINT.violationsBelow(domain)).isEmpty();
  }

  @Test
  void floatingPointInALocalVariable_isMet() {
    Path folder = BROKEN.resolve("domain/pricing");
    assertThat(DOMAIN_WRITES_NO_FLOATING_POINT.violationsBelow(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("BadLocalVariable.java", "BadNumber.java");
  }

  @Test
  void proto_hasNoHandWrittenJava() {
    Path proto = ROOT.resolve("proto/src");
    assertThat(proto).isDirectory();
    assertThat(NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED.violationsBelow(proto)).isEmpty();
  }

  @Test
  void handWrittenJava_isMet() {
    assertThat(NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED.violationsBelow(BROKEN.resolve("proto")))
        .containsExactly(BROKEN.resolve("proto/Value.java"));
  }
}
