package dev.poscart.domain.port;

import java.util.concurrent.CompletionStage;

/** Checks PINs against their hashes. */
public interface PinHashes {

  /** Whether this is the PIN that was hashed. Deliberately takes some time. */
  CompletionStage<Boolean> matches(String pin, String hash);
}
