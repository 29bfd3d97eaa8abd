package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.port.LineForms;
import java.io.IOException;

/** The lines of carts as JSON; those that were in the last response are not rendered again. */
final class RenderedLines {

  /** About 1 KB of heap each: at most 10 MB. */
  private static final int MAX_KEPT_LINES = 10_000;

  private final LineForms<SerializableString> lines =
      new LineForms<>(line -> JsonText.ready(out -> SaleJson.cartLine(out, line)), MAX_KEPT_LINES);

  /** Writes the field with all lines of a cart. */
  void write(JsonGenerator out, Cart cart) throws IOException {
    JsonText.list(out, SaleJson.LINES, lines.of(cart), JsonGenerator::writeRawValue);
  }
}
