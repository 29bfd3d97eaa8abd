package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Setting;
import java.util.Map;

/** Writes and reads settings. */
final class SettingForm {

  private SettingForm() {}

  static Map<String, ?> write(Setting setting, String tenantId) {
    return new DocumentWriter()
        .putUnstored()
        .put("tenant_id", tenantId)
        .put("name", setting.name())
        .put("default_value", setting.defaultValue())
        .putList("values", setting.values(), SettingForm::write)
        .make();
  }

  private static Map<String, ?> write(Setting.Scoped value) {
    return new DocumentWriter()
        .put("store_code", value.storeCode())
        .put("terminal_no", value.terminalNo())
        .put("value", value.value())
        .make();
  }

  static Setting read(DocumentFields fields) throws MalformedEnvelopeException {
    return new Setting(
        fields.text("name"),
        fields.optionalText("default_value"),
        fields.list("values", SettingForm::readScoped));
  }

  private static Setting.Scoped readScoped(DocumentFields fields)
      throws MalformedEnvelopeException {
    return new Setting.Scoped(
        fields.optionalText("store_code"),
        fields.optionalInteger("terminal_no"),
        fields.text("value"));
  }
}
