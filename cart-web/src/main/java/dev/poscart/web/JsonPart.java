package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes one JSON value. */
@FunctionalInterface
interface JsonPart {

  /** No value. */
  JsonPart NULL = JsonGenerator::writeNull;

  void write(JsonGenerator out) throws IOException;
}
