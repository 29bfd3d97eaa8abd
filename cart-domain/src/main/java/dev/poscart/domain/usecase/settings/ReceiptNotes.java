package dev.poscart.domain.usecase.settings;

import dev.poscart.domain.model.ReceiptNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the header and footer lines of receipts from a setting: a list of objects with {@code text}
 * and {@code align}, in JSON or, as older back offices write it, with single quotes. Entries that
 * are not objects or whose text is not a string are ignored; a missing text is a blank line; an
 * unreadable value yields no lines.
 */
public final class ReceiptNotes {

  private ReceiptNotes() {}

  /** Whether the value is such a list, whatever its entries. */
  public static boolean isReadable(String value) {
    return LiteralReader.read(value).filter(List.class::isInstance).isPresent();
  }

  static List<ReceiptNote> parse(String value) {
    Optional<Object> parsed = LiteralReader.read(value);
    List<ReceiptNote> notes = new ArrayList<>();
    if (parsed.isPresent() && parsed.get() instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> object) {
          note(object).ifPresent(notes::add);
        }
      }
    }
    return notes;
  }

  private static Optional<ReceiptNote> note(Map<?, ?> object) {
    Object text = object.containsKey("text") ? object.get("text") : "";
    return text instanceof String line
        ? Optional.of(new ReceiptNote(line, alignment(Optional.ofNullable(object.get("align")))))
        : Optional.empty();
  }

  private static ReceiptNote.Alignment alignment(Optional<Object> align) {
    String word = align.map(value -> value.toString().toLowerCase(Locale.ROOT)).orElse("");
    return switch (word) {
      case "center" -> ReceiptNote.Alignment.CENTER;
      case "right" -> ReceiptNote.Alignment.RIGHT;
      default -> ReceiptNote.Alignment.LEFT;
    };
  }
}
