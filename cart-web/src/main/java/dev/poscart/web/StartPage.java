package dev.poscart.web;

import java.util.List;
import java.util.Optional;

/**
 * What a person needs to know of a service that has just started: what to open, and what with. The
 * console prints it, and {@code /} shows it to browsers.
 */
public record StartPage(List<Entry> entries) {

  /**
   * One line of it.
   *
   * @param text what it says of {@code name}
   * @param path where it leads on this service
   */
  public record Entry(String name, String text, Optional<String> path) {}

  public StartPage {
    entries = List.copyOf(entries);
  }
}
