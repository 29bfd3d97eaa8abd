package dev.poscart.adapters.grpc;

import io.grpc.NameResolver;

/**
 * Lets go of one channel's failed connections for another try. The channel makes no such try by
 * itself as long as none of its addresses serves, so that a master that is down is asked for when
 * somebody waits for it, and not otherwise.
 */
final class ConnectionAttempts {

  /** How the handle gets into the channel. */
  static final NameResolver.Args.Key<ConnectionAttempts> KEY =
      NameResolver.Args.Key.create("poscart-connection-attempts");

  private volatile Runnable again = () -> {};

  /** Tries every failed connection once more, now; nothing while one is being tried. */
  void make() {
    again.run();
  }

  /** The channel's present way to do so; it has a new one after each idle time. */
  void madeBy(Runnable newAgain) {
    again = newAgain;
  }
}
