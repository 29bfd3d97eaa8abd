package dev.poscart.architecture;

import static dev.poscart.architecture.SourceRule.DOMAIN_NAMES_NOTHING_AS_THE_WIRE_DOES;
import static dev.poscart.architecture.SourceRule.DOMAIN_WRITES_NO_FLOATING_POINT;
import static dev.poscart.architecture.SourceRule.NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED;
import static dev.poscart.architecture.SourceRule.PACKAGES_SAY_THEIR_PURPOSE;
import static dev.poscart.architecture.SourceRule.TESTS_WAIT_FOR_CONDITIONS;
import static dev.poscart.architecture.SourceRule.WIRE_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {

  // Surefire runs in the folder of the module.
  static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
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
  void packages_documentTheirPurpose(String module) {
    Path sources = ROOT.resolve(module).resolve("src");
    assertThat(PACKAGES_SAY_THEIR_PURPOSE.violationsBelow(sources))
        .filteredOn(folder -> !folder.startsWith(BROKEN))
        .isEmpty();
  }

  @Test
  void modules_areTheExpectedOnes() {
    assertThat(modules()).contains("proto", "cart-domain", "cart-app", "architecture-tests");
  }

  @Test
  void packageWithoutPackageInfo_isReported() {
    assertThat(PACKAGES_SAY_THEIR_PURPOSE.violationsBelow(BROKEN))
        .contains(BROKEN.resolve("cellar"))
        .doesNotContain(BROKEN);
  }

  @Test
  void domain_usesNoFloatingPoint() {
    Path domain = ROOT.resolve("cart-domain/src/main/java");
    assertThat(Source.javaFiles(domain)).isNotEmpty();
    assertThat(DOMAIN_WRITES_NO_FLOATING_POINT.violationsBelow(domain)).isEmpty();
  }

  @Test
  void floatingPointInALocalVariable_isReported() {
    Path folder = BROKEN.resolve("domain/pricing");
    assertThat(DOMAIN_WRITES_NO_FLOATING_POINT.violationsBelow(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("BadLocalVariable.java", "BadNumber.java");
  }

  @Test
  void domain_usesNoNamesOfTheWire() {
    Path domain = ROOT.resolve("cart-domain/src/main/java");
    assertThat(DOMAIN_NAMES_NOTHING_AS_THE_WIRE_DOES.violationsBelow(domain))
        .extracting(file -> file.getFileName().toString())
        // Its only name is a code of the tenant's master data, like a tax code.
        .containsExactly("CategoryDiscount.java");
  }

  @Test
  void nameOfTheWireInAString_isReported_exceptInDocuments() {
    assertThat(DOMAIN_NAMES_NOTHING_AS_THE_WIRE_DOES.violationsBelow(BROKEN.resolve("domain")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("BadWireName.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body -> 0 -> quantity",
        "Cart not found. cart_id->",
        "path: terminal_no",
        "bill_async",
        "sales.total_amount",
        "If-Match",
        "X-API-KEY",
        "the header Idempotency-Key",
        "/carts",
        "to /{id}"
      })
  void nameOfTheWire_isRecognized(String text) {
    assertThat(WIRE_NAME.matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unitPrice",
        "98 * 15 / 100",
        " (expected: 1..9999)",
        "SHA-256",
        "Check sign-in/out status",
        "RECEIPT_HEADERS",
        "the item master's price"
      })
  void otherText_isNotMistakenForOne(String text) {
    assertThat(WIRE_NAME.matcher(text).find()).isFalse();
  }

  @Test
  void proto_hasNoHandWrittenJava() {
    Path proto = ROOT.resolve("proto/src");
    assertThat(proto).isDirectory();
    assertThat(NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED.violationsBelow(proto)).isEmpty();
  }

  @Test
  void handWrittenJava_isReported() {
    assertThat(NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED.violationsBelow(BROKEN.resolve("proto")))
        .containsExactly(BROKEN.resolve("proto/Value.java"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void tests_waitForConditions(String module) {
    assertThat(TESTS_WAIT_FOR_CONDITIONS.violationsBelow(ROOT.resolve(module).resolve("src/test")))
        .filteredOn(file -> !file.startsWith(BROKEN))
        .isEmpty();
  }

  @Test
  void fixedSleep_isReported(@TempDir Path folder) throws IOException {
    write(folder, "AwaitTest", "Thread.sleep(5);");
    write(folder, "LatchTest", "latch.await(1, TimeUnit.SECONDS);");
    write(folder, "ParkTest", "LockSupport.parkNanos(1_000);");
    write(folder, "SlowTest", "Delay.ofMillis(5);");
    write(folder, "UnitTest", "TimeUnit.SECONDS.sleep(1);");
    write(folder, "Await", "Thread.sleep(5);");
    write(folder, "GoodTest", "assertThat(latch.await(1, SECONDS)).isTrue(); // Thread.sleep(5)");
    write(folder, "SlowServer", "Delay.ofMillis(5);");
    assertThat(TESTS_WAIT_FOR_CONDITIONS.violationsBelow(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "AwaitTest.java", "LatchTest.java", "ParkTest.java", "SlowTest.java", "UnitTest.java");
  }

  private static void write(Path folder, String name, String statement) throws IOException {
    Files.writeString(
        folder.resolve(name + ".java"),
        "class " + name + " {\n  void run() {\n    " + statement + "\n  }\n}\n");
  }
}
