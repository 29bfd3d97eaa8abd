package dev.poscart.app.config;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.usecase.settings.ReceiptNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that apply to tenants without their own. */
final class SettingValues {

  private static final Variable ITEM_NAME = Variable.RECEIPT_ITEM_NAME;
  private static final Variable FORMAT = Variable.RECEIPT_FORMAT;
  private static final int MAX_RECEIPT_NO = 999_999_999;

  private SettingValues() {}

  static List<Setting> read(VariableReader variables) {
    List<Setting> settings = new ArrayList<>();
    Optional<Integer> start = receiptNo(variables, Variable.RECEIPT_NO_START_VALUE);
    Optional<Integer> end = receiptNo(variables, Variable.RECEIPT_NO_END_VALUE);
    expectInOrder(variables, start, end);
    start.ifPresent(no -> settings.add(defaultSetting(Variable.RECEIPT_NO_START_VALUE, "" + no)));
    end.ifPresent(no -> settings.add(defaultSetting(Variable.RECEIPT_NO_END_VALUE, "" + no)));
    variables
        .optional(Variable.INVOICE_REGISTRATION_NUMBER)
        .ifPresent(no -> settings.add(defaultSetting(Variable.INVOICE_REGISTRATION_NUMBER, no)));
    notes(variables, Variable.RECEIPT_HEADERS).ifPresent(settings::add);
    notes(variables, Variable.RECEIPT_FOOTERS).ifPresent(settings::add);
    variables
        .optional(ITEM_NAME)
        .flatMap(given -> variables.choice(ITEM_NAME, Map.of("cut", "cut", "wrap", "wrap")))
        .ifPresent(name -> settings.add(defaultSetting(ITEM_NAME, name)));
    variables
        .optional(FORMAT)
        .flatMap(given -> variables.choice(FORMAT, Map.of("xml", "xml", "json", "json")))
        .ifPresent(format -> settings.add(defaultSetting(FORMAT, format)));
    return List.copyOf(settings);
  }

  private static Optional<Integer> receiptNo(VariableReader variables, Variable variable) {
    return variables
        .optional(variable)
        .map(given -> variables.integer(variable, new Bounds(0, MAX_RECEIPT_NO)));
  }

  private static void expectInOrder(
      VariableReader variables, Optional<Integer> start, Optional<Integer> end) {
    int first = start.orElse(NumberRange.DEFAULT.start());
    int last = end.orElse(NumberRange.DEFAULT.end());
    if (first > last) {
      throw end.isPresent()
          ? variables.wrong(
              Variable.RECEIPT_NO_END_VALUE, "at least RECEIPT_NO_START_VALUE, " + first)
          : variables.wrong(
              Variable.RECEIPT_NO_START_VALUE, "at most RECEIPT_NO_END_VALUE, " + last);
    }
  }

  private static Optional<Setting> notes(VariableReader variables, Variable variable) {
    Optional<String> given = variables.optional(variable);
    if (given.filter(text -> !ReceiptNotes.isReadable(text)).isPresent()) {
      throw variables.wrong(
          variable, "a list such as [{\"text\": \"...\", \"align\": \"center\"}]");
    }
    return given.map(text -> defaultSetting(variable, text));
  }

  private static Setting defaultSetting(Variable variable, String value) {
    return new Setting(variable.name(), Optional.of(value), List.of());
  }
}
