package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a precondition names (RFC 9110, 13.1): any entity tag, or those of a list.
 *
 * @param any whether it is {@code *}
 */
record EntityTags(boolean any, List<Tag> tags) {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "[ \\t]*+(?<weak>W/)?\"(?<opaque>[\\x21\\x23-\\x7E\\x80-\\xFF]*+)\"[ \\t]*+(?:,|\\z)");

  /** One tag, without its quotes. */
  record Tag(boolean weak, String opaque) {}

  EntityTags {
    tags = List.copyOf(tags);
  }

  /** Reads all lines of the header; empty if one of them is malformed. */
  static Optional<EntityTags> parse(List<String> lines) {
    if (lines.size() == 1 && lines.get(0).strip().equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    List<Tag> tags = new ArrayList<>();
    boolean wellFormed = lines.stream().allMatch(line -> addAll(line, tags));
    return wellFormed ? Optional.of(new EntityTags(false, tags)) : Optional.empty();
  }

  /** Whether an entity tag of ours, as {@code ETag} has it, is named; weak ones count as strong. */
  boolean weaklyMatch(String etag) {
    return any || tags.stream().anyMatch(tag -> etag.equals("\"" + tag.opaque() + "\""));
  }

  private static boolean addAll(String line, List<Tag> tags) {
    Matcher element = ELEMENT.matcher(line);
    int from = 0;
    do {
      if (!element.region(from, line.length()).lookingAt()) {
        return false;
      }
      tags.add(new Tag(element.group("weak") != null, element.group("opaque")));
      from = element.end();
    } while (from < line.length());
    return true;
  }
}
