package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No file is longer than 250 lines, and no method longer than 30. */
class LengthRulesTest {

  @TempDir private Path folder;

  static List<String> modules() {
    return SourceRulesTest.modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void filesAndMethods_areShort(String module) {
    Path sources = SourceRulesTest.ROOT.resolve(module).resolve("src");
    assertThat(Length.excessesBelow(sources)).isEmpty();
  }

  @Test
  void fileOf250Lines_isAllowed_andOneMoreIsReported() throws IOException {
    write("Short", "\n".repeat(247));
    Path tooLong = write("Long", "\n".repeat(248));

    assertThat(Length.excessesBelow(folder))
        .containsExactly(tooLong + ": 251 lines (expected: at most 250)");
  }

  @Test
  void methodOf30Lines_isAllowed_andOneMoreIsReported() throws IOException {
    write("Short", "  void run() {\n" + "\n".repeat(28) + "  }");
    Path tooLong = write("Long", "  void run() {\n" + "\n".repeat(29) + "  }");

    assertThat(Length.excessesBelow(folder))
        .containsExactly(tooLong + ": run(): 31 lines (expected: at most 30)");
  }

  @Test
  void annotationsAndJavadoc_doNotCount_butASignatureOfSeveralLinesDoes() throws IOException {
    write(
        "Short",
        "  /**\n   * Why.\n   */\n  @Deprecated\n  @SuppressWarnings(\"x\")\n  public void run() {\n"
            + "\n".repeat(28)
            + "  }");
    Path tooLong = write("Long", "  void run(\n      int a) {\n" + "\n".repeat(28) + "  }");

    assertThat(Length.excessesBelow(folder))
        .containsExactly(tooLong + ": run(): 31 lines (expected: at most 30)");
  }

  @Test
  void constructorsInitializersAndMethodsOfInnerClasses_countAsMethods() throws IOException {
    String lines = "\n".repeat(29);
    Path tooLong =
        write(
            "Long",
            "  Long() {\n"
                + lines
                + "  }\n  static {\n"
                + lines
                + "  }\n  record Point(int x) {\n"
                + "    Point {\n"
                + lines
                + "    }\n  }\n  Object task = new Object() {\n"
                + "    @Override public String toString() {\n"
                + lines
                + "return \"\"; }\n  };");

    assertThat(Length.excessesBelow(folder))
        .containsExactlyInAnyOrder(
            tooLong + ": Long(): 31 lines (expected: at most 30)",
            tooLong + ": Long {}: 31 lines (expected: at most 30)",
            tooLong + ": Point(): 31 lines (expected: at most 30)",
            tooLong + ": toString(): 31 lines (expected: at most 30)");
  }

  @Test
  void braceInAStringOrComment_doesNotEndAMethod() throws IOException {
    Path tooLong =
        write("Long", "  void run() { // }\n    String s = \"}\";\n" + "\n".repeat(28) + "  }");

    assertThat(Length.excessesBelow(folder))
        .containsExactly(tooLong + ": run(): 31 lines (expected: at most 30)");
  }

  private Path write(String name, String body) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".java"), "class " + name + " {\n" + body + "\n}\n");
  }
}
