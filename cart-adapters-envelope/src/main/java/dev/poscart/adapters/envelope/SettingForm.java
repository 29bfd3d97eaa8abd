package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Setting;

/** Writes and reads settings. */
final class SettingForm {

  private SettingForm() {}

  static void write(DocumentWriter document, Setting setting, String tenantId) {
    document
        .putNull("created_at")
        .put("default_value", setting.defaultValue())
        .putNull("etag")
        .put("name", setting.name())
        .putNull("shard_key")
        .put("tenant_id", tenantId)
        .putNull("updated_at")
        .putList("values", setting.values(), SettingForm::write);
  }

  private static void write(DocumentWriter document, Setting.Scoped value) {
    document
        .put("store_code", value.storeCode())
        .putInteger("terminal_no", value.terminalNo())
        .put("value", value.value());
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
