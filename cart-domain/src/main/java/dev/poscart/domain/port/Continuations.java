package dev.poscart.domain.port;

/**
 * Tells on which threads a continuation of any length may run, up to rendering and sending an
 * answer, so that it need not be handed to another thread first. On the threads of a network
 * library, and on the one that writes to a database, it would hold up other requests.
 */
public final class Continuations {

  private static final ThreadLocal<Boolean> ALLOWED = ThreadLocal.withInitial(() -> false);

  private Continuations() {}

  /** Allows continuations on the thread that runs the body. */
  public static Runnable allowedIn(Runnable body) {
    return () -> {
      ALLOWED.set(true);
      body.run();
    };
  }

  /** Whether the current thread may run them. */
  public static boolean areAllowedHere() {
    return ALLOWED.get();
  }
}
