package dev.poscart.app.profile;

import dev.poscart.app.config.ConfigurationException;
import java.util.HashSet;
import java.util.Set;

/** Finds what is named twice. */
final class DuplicateCheck {

  private final Set<Object> seen = new HashSet<>();

  /** Complains, naming the path, if the key was seen before. */
  void add(String path, Object key) {
    if (!seen.add(key)) {
      throw ConfigurationException.wrongValue(path, key.toString(), "no duplicate");
    }
  }
}
