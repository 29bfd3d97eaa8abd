package dev.poscart.app.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings as typed values and reports wrong ones. */
final class VariableReader {

  private static final Pattern TIME_OF_DAY =
      Pattern.compile("(?<hour>[01]?[0-9]|2[0-3])(:(?<minute>[0-5][0-9]))?");

  private final Map<Variable, String> given;

  VariableReader(Map<Variable, String> given) {
    this.given = given;
  }

  /** The value or its default. An empty value counts as not set. */
  String text(Variable variable) {
    return optional(variable).orElse(variable.value().defaultValue());
  }

  Optional<String> optional(Variable variable) {
    return Optional.ofNullable(given.get(variable)).map(String::strip).filter(v -> !v.isEmpty());
  }

  Optional<Path> path(Variable variable) {
    try {
      return Optional.of(text(variable)).filter(text -> !text.isEmpty()).map(Path::of);
    } catch (InvalidPathException e) {
      throw wrong(variable, "the path of a file or directory");
    }
  }

  /** A path to an existing, readable file. The contents are not checked here. */
  Optional<Path> file(Variable variable) {
    Optional<Path> file = path(variable);
    if (file.isPresent() && !(Files.isRegularFile(file.get()) && Files.isReadable(file.get()))) {
      throw wrong(variable, "an existing file that can be read");
    }
    return file;
  }

  /** A whole number within the setting's bounds. */
  int integer(Variable variable) {
    return integer(variable, variable.value().bounds().orElseThrow());
  }

  /** A whole number within bounds that are not in the table of settings. */
  int integer(Variable variable, Bounds bounds) {
    String value = text(variable);
    try {
      int number = Integer.parseInt(value);
      if (bounds.contain(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers out of bounds.
    }
    throw wrong(variable, "a whole number from " + bounds);
  }

  /** A number of seconds, possibly fractional, within the setting's bounds. */
  Duration seconds(Variable variable) {
    String value = text(variable);
    Bounds bounds = variable.value().bounds().orElseThrow();
    try {
      // Not Double.parseDouble, which accepts a suffix: "5d" does not mean five days.
      double seconds = new BigDecimal(value).doubleValue();
      if (bounds.contain(seconds)) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      // Reported below, together with numbers out of bounds.
    }
    throw wrong(variable, "seconds, from " + bounds);
  }

  boolean truth(Variable variable) {
    return switch (text(variable).toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> throw wrong(variable, "true or false");
    };
  }

  ZoneId zone(Variable variable) {
    try {
      return ZoneId.of(text(variable));
    } catch (DateTimeException e) {
      throw wrong(variable, "a time zone such as Asia/Tokyo");
    }
  }

  /** A time of day as hours and minutes, or hours only. */
  LocalTime timeOfDay(Variable variable) {
    Matcher parts = TIME_OF_DAY.matcher(text(variable));
    if (!parts.matches()) {
      throw wrong(variable, "a time of day from 00:00 to 23:59, such as 05:00");
    }
    String minute = Objects.requireNonNullElse(parts.group("minute"), "00");
    return LocalTime.of(Integer.parseInt(parts.group("hour")), Integer.parseInt(minute));
  }

  /** The value of one of several words; empty if the setting is not set and has no default. */
  <T> Optional<T> choice(Variable variable, Map<String, T> choices) {
    String word = text(variable);
    if (!word.isEmpty() && !choices.containsKey(word)) {
      throw wrong(variable, words(choices.keySet()));
    }
    return Optional.ofNullable(choices.get(word));
  }

  /** {@code a, b or c}, in alphabetical order. */
  static String words(Set<String> choices) {
    String all = String.join(", ", new TreeSet<>(choices));
    return all.replaceFirst(", (?!.*, )", " or ");
  }

  List<String> list(Variable variable) {
    return Arrays.stream(text(variable).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  ConfigurationException wrong(Variable variable, String expected) {
    return ConfigurationException.wrongValue(variable.name(), text(variable), expected);
  }
}
