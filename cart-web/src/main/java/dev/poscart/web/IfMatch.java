package dev.poscart.web;

import dev.poscart.domain.usecase.change.Precondition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code If-Match} (RFC 9110, 13.1.1): {@code *} or a list of entity tags. The entity tag of
 * a cart is its version in quotes. Weak tags and tags that are not a version are well-formed but
 * match nothing.
 */
final class IfMatch {

  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

  private IfMatch() {}

  /** Reads all lines of the header; adds what is wrong with them to the problems. */
  static Precondition read(List<String> lines, Problems problems) {
    if (lines.isEmpty()) {
      return Precondition.NONE;
    }
    Optional<EntityTags> named = EntityTags.parse(lines);
    if (named.isEmpty()) {
      problems.add("header -> If-Match", "Input should be * or entity tags, such as \"3\"");
      return Precondition.NONE;
    }
    return named.get().any() ? Precondition.NONE : Precondition.oneOf(versions(named.get()));
  }

  private static Set<Long> versions(EntityTags named) {
    return named.tags().stream()
        .filter(tag -> !tag.weak() && VERSION.matcher(tag.opaque()).matches())
        .map(tag -> Long.valueOf(tag.opaque()))
        .collect(Collectors.toSet());
  }
}
