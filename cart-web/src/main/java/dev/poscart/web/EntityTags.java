package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags of {@code If-Match} or {@code If-None-Match} (RFC 9110, 13.1).
 *
 * @param any whether the header is {@code *}
 */
record EntityTags(boolean any, List<Tag> tags) {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "[ \\t]*+(?<weak>W/)?\"(?<opaque>[\\x21\\x23-\\x7E\\x80-\\xFF]*+)\"[ \\t]*+(?:,|\\z)");

  /** One entity tag, without its quotes. */
  record Tag(boolean weak, String opaque) {}

  EntityTags {
    tags = List.copyOf(tags);
  }

  /** Parses all lines of the header; empty if one of them is malformed. */
  static Optional<EntityTags> parse(List<String> lines) {
    if (lines.size() == 1 && lines.get(0).strip().equals("*")) {
      return Optional.of(new EntityTags(true, List.of()));
    }
    List<Tag> tags = new ArrayList<>();
    boolean wellFormed = lines.stream().allMatch(line -> addAll(line, tags));
    return wellFormed ? Optional.of(new EntityTags(false, tags)) : Optional.empty();
  }

  /** Weak comparison (RFC 9110, 8.8.3.2) with an {@code ETag} of this service. */
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
