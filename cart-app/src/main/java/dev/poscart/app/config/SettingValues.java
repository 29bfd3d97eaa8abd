package dev.poscart.app.config;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.usecase.settings.ReceiptNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings that an operator gives for all tenants that have none of their own. */
final class SettingValues {

  private static final Variable ITEM_NAME = Variable.RECEIPT_ITEM_NAME;
  private static final int MAX_RECEIPT_NO = 999_999_999;

  private SettingValues() {}

  static List<Setting> read(Values values) {
    List<Setting> settings = new ArrayList<>();
    Optional<Integer> start = receiptNo(values, Variable.RECEIPT_NO_START_VALUE);
    Optional<Integer> end = receiptNo(values, Variable.RECEIPT_NO_END_VALUE);
    expectInOrder(values, start, end);
    start.ifPresent(no -> settings.add(defaultSetting(Variable.RECEIPT_NO_START_VALUE, "" + no)));
    end.ifPresent(no -> settings.add(defaultSetting(Variable.RECEIPT_NO_END_VALUE, "" + no)));
    values
        .optional(Variable.INVOICE_REGISTRATION_NUMBER)
        .ifPresent(no -> settings.add(defaultSetting(Variable.INVOICE_REGISTRATION_NUMBER, no)));
    notes(values, Variable.RECEIPT_HEADERS).ifPresent(settings::add);
    notes(values, Variable.RECEIPT_FOOTERS).ifPresent(settings::add);
    values.optional(ITEM_NAME).ifPresent(value -> settings.add(itemName(values, value)));
    return List.copyOf(settings);
  }

  private static Optional<Integer> receiptNo(Values values, Variable variable) {
    return values.optional(variable).map(given -> values.integer(variable, 0, MAX_RECEIPT_NO));
  }

  private static void expectInOrder(Values values, Optional<Integer> start, Optional<Integer> end) {
    int first = start.orElse(NumberRange.DEFAULT.start());
    int last = end.orElse(NumberRange.DEFAULT.end());
    if (first > last) {
      throw end.isPresent()
          ? values.wrong(Variable.RECEIPT_NO_END_VALUE, "at least RECEIPT_NO_START_VALUE, " + first)
          : values.wrong(Variable.RECEIPT_NO_START_VALUE, "at most RECEIPT_NO_END_VALUE, " + last);
    }
  }

  private static Optional<Setting> notes(Values values, Variable variable) {
    Optional<String> given = values.optional(variable);
    if (given.filter(text -> !ReceiptNotes.isReadable(text)).isPresent()) {
      throw values.wrong(variable, "a list such as [{\"text\": \"...\", \"align\": \"center\"}]");
    }
    return given.map(text -> defaultSetting(variable, text));
  }

  private static Setting itemName(Values values, String value) {
    if (!value.equals("cut") && !value.equals("wrap")) {
      throw values.wrong(ITEM_NAME, "cut or wrap");
    }
    return defaultSetting(ITEM_NAME, value);
  }

  private static Setting defaultSetting(Variable variable, String value) {
    return new Setting(variable.name(), Optional.of(value), List.of());
  }
}
