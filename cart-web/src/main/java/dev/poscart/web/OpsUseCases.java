package dev.poscart.web;

import java.util.Optional;

/**
 * What the person on duty is shown.
 *
 * @param key API key that shows it; good for nothing else. Empty: no API key is accepted
 * @param open whether it is shown to everybody, as with the demo store
 */
public record OpsUseCases(OpsSource source, Optional<String> key, boolean open) {

  /** Omits the API key, since the text may be logged. */
  @Override
  public String toString() {
    return "OpsUseCases[key=" + (key.isPresent() ? "(set)" : "(none)") + ", open=" + open + "]";
  }
}
