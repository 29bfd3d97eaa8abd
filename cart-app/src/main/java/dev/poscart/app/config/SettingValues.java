package dev.poscart.app.config;

import dev.poscart.domain.model.Setting;
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
    for (Variable variable :
        List.of(Variable.RECEIPT_NO_START_VALUE, Variable.RECEIPT_NO_END_VALUE)) {
      if (values.optional(variable).isPresent()) {
        int number = values.integer(variable, 0, MAX_RECEIPT_NO);
        settings.add(standard(variable, String.valueOf(number)));
      }
    }
    for (Variable variable :
        List.of(
            Variable.INVOICE_REGISTRATION_NUMBER,
            Variable.RECEIPT_HEADERS,
            Variable.RECEIPT_FOOTERS)) {
      values.optional(variable).ifPresent(value -> settings.add(standard(variable, value)));
    }
    values.optional(ITEM_NAME).ifPresent(value -> settings.add(itemName(values, value)));
    return List.copyOf(settings);
  }

  private static Setting itemName(Values values, String value) {
    if (!value.equals("cut") && !value.equals("wrap")) {
      throw values.wrong(ITEM_NAME, "cut or wrap");
    }
    return standard(ITEM_NAME, value);
  }

  private static Setting standard(Variable variable, String value) {
    return new Setting(variable.name(), Optional.of(value), List.of());
  }
}
