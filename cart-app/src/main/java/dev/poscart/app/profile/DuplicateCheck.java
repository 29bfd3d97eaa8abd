package dev.poscart.app.profile;

import dev.poscart.app.config.ConfigurationException;
import java.util.HashSet;
import java.util.Set;

/** Detects duplicate keys in a list of the store profile. */
final class DuplicateCheck {

  private final Set<Object> seen = new HashSet<>();

  /**
   * Adds a key.
   *
   * @throws ConfigurationException naming the path, if the key was added before
   */
  void add(String path, Object key) {
    if (!seen.add(key)) {
      throw ConfigurationException.wrongValue(path, key.toString(), "no duplicate");
    }
  }
}
