package dev.poscart.domain.code;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Optional;

/**
 * An item code as sent by a terminal.
 *
 * @param entry index in the list of entries, from 0
 * @param supplement the second code of a book or the add-on of a magazine; blank: none
 */
public record KeyedCode(int entry, String code, Optional<String> supplement) {

  public KeyedCode {
    supplement = supplement.filter(text -> !text.isBlank());
  }

  /** A refusal because of one of the fields. */
  Refused refused(InputField field, String problem) {
    return Refused.at(InputPlace.WHOLE.entry(entry).then(field), Refusal.INVALID_INPUT, problem);
  }

  Refused refusedCode(String problem) {
    return refused(InputField.ITEM_CODE, problem);
  }
}
