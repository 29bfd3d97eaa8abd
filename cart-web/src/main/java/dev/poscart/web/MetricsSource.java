package dev.poscart.web;

/** What the process counts, as text that a collector of metrics reads. */
@FunctionalInterface
public interface MetricsSource {

  /** The figures as they are now. */
  String text();

  /** The media type of the text. */
  default String contentType() {
    return "text/plain; version=0.0.4; charset=utf-8";
  }
}
