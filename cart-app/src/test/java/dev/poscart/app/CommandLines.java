package dev.poscart.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command lines of {@code poscart} in texts, as a shell understands them. */
final class CommandLines {

  private static final String VARIABLE = "[A-Z_]+=(?:\"[^\"]*\"|\\S+) ";
  private static final String PROGRAM =
      "(?:(?:\\./|/opt/poscart/bin/)?poscart|java -jar (?:\\S+/)?poscart\\.jar)";
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:Example: | {4})?((?:%s)?%s(?: .*)?)$".formatted(VARIABLE, PROGRAM));

  /** Stands for the program: keeps its words, and the variables that the line sets. */
  private static final String RECORDER =
      """
      #!/bin/sh
      { env | grep -E '^(SNAPSHOT|OTEL)_'; printf '%s\\n' -- "$@"; } > "$0.words"
      """;

  private final Path recorder;

  /**
   * @param folder to put a program that records its words
   */
  CommandLines(Path folder) throws IOException {
    recorder = Files.writeString(folder.resolve("recorder"), RECORDER);
    Files.setPosixFilePermissions(recorder, PosixFilePermissions.fromString("rwx------"));
  }

  /**
   * A command line after the shell has split it.
   *
   * @param variables that it sets
   */
  record Words(Map<String, String> variables, List<String> words) {

    /** The name of the command; without one, the program serves. */
    String command() {
      return words.isEmpty() || words.get(0).startsWith("-") ? "serve" : words.get(0);
    }
  }

  /** Each command line of the texts once. */
  static List<String> in(Stream<String> texts) {
    return List.copyOf(
        new TreeSet<>(
            texts
                .flatMap(text -> LINE.matcher(text).results())
                .map(found -> found.group(1))
                .toList()));
  }

  /** Lets a shell split the line. */
  Words split(String line) {
    try {
      String script = line.replaceFirst(PROGRAM, recorder.toString());
      Process shell = new ProcessBuilder("sh", "-ec", script).inheritIO().start();
      if (shell.waitFor() != 0) {
        throw new AssertionError("the shell refuses: " + line);
      }
      List<String> noted = Files.readAllLines(Path.of(recorder + ".words"), StandardCharsets.UTF_8);
      int end = noted.indexOf("--");
      Map<String, String> variables = new HashMap<>();
      for (String variable : noted.subList(0, end)) {
        variables.put(variable.replaceFirst("=.*", ""), variable.replaceFirst("[^=]*=", ""));
      }
      return new Words(variables, noted.subList(end + 1, noted.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
