package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Refusal;

/** The outcome of a request as the terminal knows it. */
sealed interface Outcome<T> {

  /** Whether the terminal asks again under the same key. */
  default boolean isUnanswered() {
    return this instanceof Unknown || this instanceof NotReached;
  }

  /** It took effect. */
  record Done<T>(T answer) implements Outcome<T> {}

  /** It was refused and had no effect. */
  record Rejected<T>(Refusal refusal, String detail) implements Outcome<T> {}

  /** No instance received it; it had no effect. */
  record NotReached<T>() implements Outcome<T> {}

  /** It may have taken effect, may yet do so, or never will. */
  record Unknown<T>(String why) implements Outcome<T> {}

  /** The service failed unexpectedly, which must never happen. */
  record Crashed<T>(Throwable failure) implements Outcome<T> {}
}
