package dev.poscart.web;

import java.time.Duration;

/** Tells the page for the person on duty what the service knows about itself. */
@FunctionalInterface
public interface OpsSource {

  /**
   * The state as JSON in UTF-8, from memory: it asks no other part of the service.
   *
   * @param last how far back its samples go
   */
  byte[] json(Duration last);
}
