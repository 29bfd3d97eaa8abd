package dev.poscart.app.profile;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TenantReference;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one tenant of a store profile. */
final class TenantReader {

  static final long MAX_PRICE = 999_999_999L;

  private final String today;
  private final String tenantId;
  private final List<Store> stores = new ArrayList<>();
  private final List<RegisteredTerminal> terminals = new ArrayList<>();
  private final Map<String, CatalogueItem> items = new LinkedHashMap<>();
  private final Map<StoreKey, Map<String, Money>> storePrices = new HashMap<>();
  private final TenantReference reference;

  TenantReader(ProfileNode node, String today) {
    this.today = today;
    this.tenantId = identifier(node, "tenantId");
    readItems(node);
    readStores(node);
    Optional<TaxTable> taxes = MasterReader.taxes(node);
    checkTaxCodes(node, taxes.orElse(TaxTable.DEFAULT));
    this.reference =
        new TenantReference(
            tenantId,
            stores,
            terminals,
            MasterReader.paymentMethods(node),
            MasterReader.settings(node),
            MasterReader.promotions(node),
            taxes);
  }

  String tenantId() {
    return tenantId;
  }

  TenantReference reference() {
    return reference;
  }

  Map<String, CatalogueItem> items() {
    return items;
  }

  Map<StoreKey, Map<String, Money>> storePrices() {
    return storePrices;
  }

  /** A name that is valid in terminal ids and in URL paths. */
  private static String identifier(ProfileNode node, String key) {
    String value = node.text(key);
    if (!value.matches("[A-Za-z0-9_]{1,40}")) {
      throw node.wrong(key, "1 to 40 letters, digits or underscores");
    }
    return value;
  }

  private void readItems(ProfileNode tenant) {
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node :
        tenant.list(
            "items",
            "itemCode",
            "description",
            "descriptionShort",
            "unitPrice",
            "categoryCode",
            "taxCode",
            "isDiscountRestricted",
            "isActive")) {
      String code = node.text("itemCode");
      codes.add(node.path() + ".itemCode", code);
      items.put(
          code,
          new CatalogueItem(
              code,
              node.optionalText("description").orElse(""),
              node.optionalText("descriptionShort"),
              new Money(node.requiredDecimal("unitPrice", MAX_PRICE)),
              node.optionalText("categoryCode").orElse(""),
              node.text("taxCode"),
              node.truth("isDiscountRestricted", false),
              node.truth("isActive", true)));
    }
  }

  private void checkTaxCodes(ProfileNode tenant, TaxTable taxes) {
    int index = 0;
    for (CatalogueItem item : items.values()) {
      if (taxes.find(item.taxCode()).isEmpty()) {
        throw ConfigurationException.wrongValue(
            tenant.path() + ".items[" + index + "].taxCode",
            item.taxCode(),
            "a code defined in taxes");
      }
      index++;
    }
  }

  private void readStores(ProfileNode tenant) {
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node :
        tenant.list("stores", "storeCode", "storeName", "terminals", "itemPrices")) {
      StoreKey key = new StoreKey(tenantId, identifier(node, "storeCode"));
      codes.add(node.path() + ".storeCode", key.storeCode());
      stores.add(new Store(key, node.optionalText("storeName").orElse("")));
      readTerminals(node, key);
      readPrices(node, key);
    }
  }

  private void readTerminals(ProfileNode store, StoreKey key) {
    DuplicateCheck numbers = new DuplicateCheck();
    for (ProfileNode node :
        store.list(
            "terminals",
            "terminalNo",
            "apiKey",
            "status",
            "businessDate",
            "openCounter",
            "businessCounter",
            "staff")) {
      TerminalKey terminal =
          new TerminalKey(
              tenantId, key.storeCode(), node.requiredInteger("terminalNo", 0, 999_999_999));
      numbers.add(node.path() + ".terminalNo", terminal.terminalNo());
      terminals.add(
          new RegisteredTerminal(
              new Terminal(
                  terminal,
                  status(node),
                  new TerminalSession(
                      businessDate(node),
                      node.integer("openCounter", 0, Integer.MAX_VALUE).orElse(1),
                      node.integer("businessCounter", 0, Integer.MAX_VALUE).orElse(1)),
                  node.child("staff", "id", "name")
                      .map(s -> new Staff(s.text("id"), s.optionalText("name").orElse(""))),
                  node.optionalText("businessDate").isEmpty()),
              ApiKeyHash.of(terminal, node.text("apiKey"))));
    }
  }

  private void readPrices(ProfileNode store, StoreKey key) {
    Map<String, Money> prices = new HashMap<>();
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node : store.list("itemPrices", "itemCode", "storePrice")) {
      String code = node.text("itemCode");
      codes.add(node.path() + ".itemCode", code);
      if (!items.containsKey(code)) {
        throw node.wrong("itemCode", "the code of one of the tenant's items");
      }
      prices.put(code, new Money(node.requiredDecimal("storePrice", MAX_PRICE)));
    }
    storePrices.put(key, Map.copyOf(prices));
  }

  private static Terminal.Status status(ProfileNode node) {
    return switch (node.optionalText("status").orElse("Opened")) {
      case "Opened" -> Terminal.Status.OPENED;
      case "Closed" -> Terminal.Status.CLOSED;
      case "Idle" -> Terminal.Status.IDLE;
      default -> throw node.wrong("status", "Opened, Closed or Idle");
    };
  }

  private String businessDate(ProfileNode node) {
    String date = node.optionalText("businessDate").orElse(today);
    try {
      return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
          .format(DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw node.wrong("businessDate", "a date, YYYYMMDD");
    }
  }
}
