package dev.poscart.app.profile;

import dev.poscart.app.config.ConfigurationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Checks that a record of the store profile makes of its components. */
final class ProfileChecks {

  private static final String NOT_BLANK = "a text that is not blank";

  private ProfileChecks() {}

  /** Refuses what is invalid in terminal ids or in URL paths. */
  static void requireIdentifier(String name, String value) {
    require(
        name, value, value.matches("[A-Za-z0-9_]{1,40}"), "1 to 40 letters, digits or underscores");
  }

  static void requireText(String name, String value) {
    require(name, value, !value.isBlank(), NOT_BLANK);
  }

  /** Refuses a list in which a key is blank or that of an earlier entry. */
  static <T> void requireKeys(String path, List<T> entries, Function<T, Object> key) {
    Set<Object> seen = new HashSet<>();
    requireEach(path, entries, key, code -> !code.toString().isBlank(), NOT_BLANK);
    requireEach(path, entries, key, seen::add, "no duplicate");
  }

  /**
   * Refuses a list in which an entry has a wrong value.
   *
   * @param path of the value, with {@code %d} for the index
   */
  static <T, V> void requireEach(
      String path, List<T> entries, Function<T, V> value, Predicate<V> right, String expected) {
    for (int i = 0; i < entries.size(); i++) {
      V found = value.apply(entries.get(i));
      require(path.formatted(i), found, right.test(found), expected);
    }
  }

  private static void require(String path, Object value, boolean right, String expected) {
    if (!right) {
      throw ConfigurationException.wrongValue(path, value.toString(), expected);
    }
  }
}
