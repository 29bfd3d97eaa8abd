package dev.poscart.web;

import dev.poscart.domain.usecase.Precondition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code If-Match} (RFC 9110, 13.1.1): {@code *}, or a list of entity tags. Ours is the
 * cart's version in quotes; a weak tag, or one that no version of ours has, is well formed and
 * matches nothing.
 */
final class IfMatch {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "[ \\t]*+(?<weak>W/)?\"(?<tag>[\\x21\\x23-\\x7E\\x80-\\xFF]*+)\"[ \\t]*+(?:,|\\z)");

  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

  private IfMatch() {}

  /** Reads all lines of the header; what is wrong with them goes to the problems. */
  static Precondition read(List<String> lines, Problems problems) {
    if (lines.isEmpty() || isAny(lines)) {
      return Precondition.NONE;
    }
    Set<Long> versions = new HashSet<>();
    for (String line : lines) {
      if (!addAll(line, versions)) {
        problems.add("header -> If-Match", "Input should be * or entity tags, such as \"3\"");
        break;
      }
    }
    return Precondition.oneOf(versions);
  }

  private static boolean isAny(List<String> lines) {
    return lines.size() == 1 && lines.get(0).strip().equals("*");
  }

  private static boolean addAll(String line, Set<Long> versions) {
    Matcher element = ELEMENT.matcher(line);
    int from = 0;
    do {
      if (!element.region(from, line.length()).lookingAt()) {
        return false;
      }
      String tag = element.group("tag");
      if (element.group("weak") == null && VERSION.matcher(tag).matches()) {
        versions.add(Long.valueOf(tag));
      }
      from = element.end();
    } while (from < line.length());
    return true;
  }
}
