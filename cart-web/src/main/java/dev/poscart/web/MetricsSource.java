package dev.poscart.web;

/** Provides the metrics of the process as text for a metrics collector. */
@FunctionalInterface
public interface MetricsSource {

  /** The current metrics. */
  String text();

  /** The media type of the text. */
  default String contentType() {
    return "text/plain; version=0.0.4; charset=utf-8";
  }
}
