package dev.poscart.domain.document;

import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.util.Map;

/**
 * Converts reference data to documents and back. Each {@code write} returns a new, modifiable map;
 * each {@code read} ignores unknown fields and throws {@link IllegalStateException} naming the path
 * if a field is missing or of the wrong type.
 */
public final class ReferenceDocument {

  private static final String FOLLOWS_CALENDAR = "follows_calendar";

  private ReferenceDocument() {}

  public static Map<String, Object> write(Store store) {
    return new DocumentBuilder()
        .put("tenant_id", store.key().tenantId())
        .put("store_code", store.key().storeCode())
        .put("store_name", store.name())
        .make();
  }

  public static Store readStore(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new Store(
                new StoreKey(d.text("tenant_id"), d.text("store_code")), d.text("store_name")));
  }

  /** Writes a terminal with the hash of its API key. */
  public static Map<String, Object> write(RegisteredTerminal registered) {
    Terminal terminal = registered.terminal();
    return new DocumentBuilder()
        .putAll(PartyDocument.write(terminal.key()))
        .put("status", terminal.status())
        .putAll(SessionDocument.write(terminal.session()))
        .put(FOLLOWS_CALENDAR, terminal.followsCalendar())
        .put("staff", terminal.staff().map(PartyDocument::write))
        .put("api_key_sha256", registered.apiKey().hex())
        .make();
  }

  /** Reads a terminal with the hash of its API key. */
  public static RegisteredTerminal readTerminal(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new RegisteredTerminal(
                new Terminal(
                    PartyDocument.readTerminal(d),
                    d.choice("status", Terminal.Status.class),
                    SessionDocument.read(d),
                    d.optionalObject("staff", PartyDocument::readStaff),
                    // Earlier versions stored the date of their start and did not record that the
                    // profile had none. Loading a profile with a fixed date corrects this.
                    d.flagIfAny(FOLLOWS_CALENDAR).orElse(true)),
                new ApiKeyHash(d.text("api_key_sha256"))));
  }

  /** Writes a staff member with the hash of the PIN. */
  public static Map<String, Object> write(StaffMember member) {
    return new DocumentBuilder()
        .put("id", member.id())
        .put("name", member.name())
        .put("pin_hash", member.pinHash())
        .put("is_active", member.active())
        .make();
  }

  public static StaffMember readStaff(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new StaffMember(
                d.text("id"), d.text("name"), d.optionalText("pin_hash"), d.flag("is_active")));
  }

  public static Map<String, Object> write(PaymentMethod method) {
    return new DocumentBuilder()
        .put("payment_code", method.paymentCode())
        .put("description", method.description())
        .put("payment_kind", method.kind())
        .put("limit_amount", method.limitAmount())
        .put("can_refund", method.canRefund())
        .put("can_deposit_over", method.canTenderOver())
        .put("can_change", method.canChange())
        .put("is_active", method.active())
        .make();
  }

  public static PaymentMethod readPaymentMethod(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new PaymentMethod(
                d.text("payment_code"),
                d.text("description"),
                d.choice("payment_kind", PaymentKind.class),
                d.money("limit_amount"),
                d.flag("can_refund"),
                d.flag("can_deposit_over"),
                d.flag("can_change"),
                d.flag("is_active")));
  }

  public static Map<String, Object> write(Setting setting) {
    return new DocumentBuilder()
        .put("name", setting.name())
        .put("default_value", setting.defaultValue())
        .putList("values", setting.values(), ReferenceDocument::write)
        .make();
  }

  private static Map<String, Object> write(Setting.Scoped scoped) {
    return new DocumentBuilder()
        .put("store_code", scoped.storeCode())
        .put("terminal_no", scoped.terminalNo())
        .put("value", scoped.value())
        .make();
  }

  public static Setting readSetting(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new Setting(
                d.text("name"),
                d.optionalText("default_value"),
                d.list("values", ReferenceDocument::readScoped)));
  }

  private static Setting.Scoped readScoped(DocumentReader document) {
    return new Setting.Scoped(
        document.optionalText("store_code"),
        document.optionalInteger("terminal_no"),
        document.text("value"));
  }

  public static Map<String, Object> write(Promotion promotion) {
    return new DocumentBuilder()
        .put("promotion_code", promotion.promotionCode())
        .put("promotion_type", promotion.promotionType())
        .put("name", promotion.name())
        .putTime("start_date_time", promotion.start())
        .putTime("end_date_time", promotion.end())
        .put("is_active", promotion.active())
        .put("store_codes", promotion.storeCodes())
        .put("target_category_codes", promotion.targetCategoryCodes())
        .put("discount_rate", promotion.discountRate())
        .make();
  }

  public static Promotion readPromotion(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        d ->
            new Promotion(
                d.text("promotion_code"),
                d.text("promotion_type"),
                d.text("name"),
                d.optionalTime("start_date_time"),
                d.optionalTime("end_date_time"),
                d.flag("is_active"),
                d.texts("store_codes"),
                d.texts("target_category_codes"),
                d.decimal("discount_rate")));
  }

  public static Map<String, Object> write(TaxTable table) {
    return new DocumentBuilder().putList("tax_rules", table.rules(), TaxDocument::write).make();
  }

  public static TaxTable readTaxTable(Map<String, Object> document) {
    return DocumentReader.read(
        document, d -> new TaxTable(d.list("tax_rules", TaxDocument::readRule)));
  }
}
