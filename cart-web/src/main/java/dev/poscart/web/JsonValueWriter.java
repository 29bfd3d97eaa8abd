package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one JSON value. */
@FunctionalInterface
interface JsonValueWriter {

  /** Writes {@code null}. */
  JsonValueWriter NULL = JsonGenerator::writeNull;

  void write(JsonGenerator out) throws IOException;
}
