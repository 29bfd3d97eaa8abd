package dev.poscart.app.config;

import dev.poscart.domain.usecase.audit.NotedEnd;
import dev.poscart.domain.usecase.audit.Till;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads log ends in the form in which {@code verify-log} prints them. */
final class NotedEnds {

  // A store code may contain any character, including the separators.
  private static final Pattern FORM =
      Pattern.compile("(.+)/([0-9]{1,9})=([1-9][0-9]{0,9}):([0-9a-fA-F]{64})");

  private NotedEnds() {}

  static NotedEnd read(String text) {
    Matcher end = FORM.matcher(text);
    if (!end.matches()) {
      throw new ConfigurationException(
          "--expect: '" + text + "' (expected: STORE/TERMINAL=NO:HASH, as verify-log prints it)");
    }
    return new NotedEnd(
        new Till(end.group(1), Long.parseLong(end.group(2))),
        Long.parseLong(end.group(3)),
        end.group(4).toLowerCase(Locale.ROOT));
  }
}
