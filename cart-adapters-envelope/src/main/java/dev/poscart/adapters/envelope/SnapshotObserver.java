package dev.poscart.adapters.envelope;

/** Learns which keys are in use, so that a key is retired only when no cart has it any more. */
public interface SnapshotObserver {

  /** Learns nothing. */
  SnapshotObserver NONE = (kid, use) -> {};

  /** What a key was used for. */
  enum Use {
    ISSUED,
    VERIFIED,
    /** The envelope was refused, though its key is known. */
    REFUSED
  }

  /**
   * Called for each envelope.
   *
   * @param kid the id of a key of the ring
   */
  void used(String kid, Use use);
}
