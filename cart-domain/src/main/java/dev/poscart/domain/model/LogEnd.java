package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The last entry of a terminal's log, as far as the next entry depends on it.
 *
 * @param position its position
 * @param hash empty if the entry was logged by a version without hash chain
 */
public record LogEnd(int position, IssuedNumbers numbers, Optional<String> hash) {

  /** The position of the next entry. */
  public int nextPosition() {
    return Math.addExact(position, 1);
  }
}
