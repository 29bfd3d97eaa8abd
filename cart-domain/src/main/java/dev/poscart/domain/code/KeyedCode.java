package dev.poscart.domain.code;

import dev.poscart.domain.model.EntryField;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Optional;

/**
 * The code of an item as a terminal sent it.
 *
 * @param entry position in the list of what was sent together, from 0
 * @param supplement the second code of a book or the add-on of a magazine; blank: none
 */
public record KeyedCode(int entry, String code, Optional<String> supplement) {

  public KeyedCode {
    supplement = supplement.filter(text -> !text.isBlank());
  }

  /** A code that cannot be what it looks like. */
  Refused refused(EntryField.Name field, String problem) {
    return new Refused(Refusal.INVALID_INPUT, new EntryField(entry, field), problem);
  }

  Refused refusedCode(String problem) {
    return refused(EntryField.Name.ITEM_CODE, problem);
  }
}
