package dev.poscart.app.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of environment variables: {@code NAME=value} on each line, the value possibly in
 * quotes; {@code #} begins a comment.
 */
final class EnvFile {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:'(?<single>[^']*)'|\"(?<double>[^\"]*)\"|(?<plain>[^'\"\\s#]?.*?))"
              + "(?:\\s+#.*)?");

  private EnvFile() {}

  /**
   * Reads the variables in a file.
   *
   * @throws ConfigurationException if the file cannot be read, or naming a line that is not a
   *     variable
   */
  static Map<String, String> read(String file) {
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        // The line may hold a secret.
        throw new ConfigurationException(
            "ENV_FILE: '%s', line %d (expected: NAME=value)".formatted(file, i + 1));
      }
      variables.put(parts.group("name"), value(parts));
    }
    return variables;
  }

  private static String value(Matcher parts) {
    for (String quoted : List.of("single", "double")) {
      String value = parts.group(quoted);
      if (value != null) {
        return value;
      }
    }
    return parts.group("plain");
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (MalformedInputException e) {
      throw ConfigurationException.wrongValue("ENV_FILE", file, "a file in UTF-8", e);
    } catch (IOException | InvalidPathException e) {
      throw ConfigurationException.wrongValue("ENV_FILE", file, "a readable file", e);
    }
  }
}
