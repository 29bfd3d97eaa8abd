package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Refusal;

/** What a terminal learns of a request. */
sealed interface Outcome<T> {

  /** It was done. */
  record Done<T>(T answer) implements Outcome<T> {}

  /** It was not done. */
  record Rejected<T>(Refusal refusal, String detail) implements Outcome<T> {}

  /** No instance was there to receive it; it was not done. */
  record NotReached<T>() implements Outcome<T> {}

  /** It may have been done, may still be done, or never. */
  record Unknown<T>(String why) implements Outcome<T> {}

  /** The service broke; that it never may. */
  record Crashed<T>(Throwable failure) implements Outcome<T> {}
}
