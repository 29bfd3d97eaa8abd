package dev.poscart.app.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of environment variables: {@code NAME=value} on each line, the value possibly in
 * quotes; {@code #} begins a comment. As in the files of kugelpos, {@code ${NAME}} in a value
 * stands for a variable of an earlier line or of the environment, and {@code ${NAME:-text}} for the
 * text if there is no such variable.
 */
final class EnvFile {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:'(?<single>[^']*)'|\"(?<double>[^\"]*)\"|(?<plain>[^'\"\\s#]?.*?))"
              + "(?:\\s+#.*)?");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*)(?::-([^}]*))?}");

  private EnvFile() {}

  /**
   * Reads the variables in a file.
   *
   * @throws ConfigurationException if the file cannot be read, or naming a line that is not a
   *     variable
   */
  static Map<String, String> read(String file, Map<String, String> environment) {
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
      variables.put(parts.group("name"), resolved(value(parts), variables, environment));
    }
    return variables;
  }

  private static String resolved(
      String value, Map<String, String> variables, Map<String, String> environment) {
    return REFERENCE
        .matcher(value)
        .replaceAll(
            reference -> {
              String name = reference.group(1);
              String text = Objects.requireNonNullElse(reference.group(2), "");
              return Matcher.quoteReplacement(
                  variables.getOrDefault(name, environment.getOrDefault(name, text)));
            });
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
