package dev.poscart.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Source files, for rules about what the compiler does not keep in classes. */
final class Source {

  private static final Pattern NOT_CODE =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\""
              + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
              + "|'(?:\\\\.[^']*|[^'\\\\])'"
              + "|//[^\\n]*+"
              + "|/\\*[\\s\\S]*?\\*/");

  private Source() {}

  /** The Java files below a folder; none if the folder does not exist. */
  static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The string literals of a file; escapes are left as written. */
  static List<String> literals(Path file) {
    return NOT_CODE
        .matcher(text(file))
        .results()
        .map(MatchResult::group)
        .filter(found -> found.startsWith("\""))
        .toList();
  }

  /** A file without its comments and string literals. */
  static String code(Path file) {
    return NOT_CODE.matcher(text(file)).replaceAll("''");
  }
}
