package dev.poscart.app.load;

/** Is told of each answer; by many threads at once. */
public interface Stopwatch {

  /**
   * A request was answered.
   *
   * @param step the kind of request, such as {@code add}
   * @param startedNanos in {@link System#nanoTime}
   * @param status the HTTP status; 0 if there was no answer
   */
  void answered(String step, long startedNanos, long tookNanos, int status);
}
