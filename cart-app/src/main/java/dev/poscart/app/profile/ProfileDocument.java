package dev.poscart.app.profile;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.profile.ItemEntries.CategoryEntry;
import dev.poscart.app.profile.ItemEntries.ItemEntry;
import dev.poscart.app.profile.ItemEntries.PriceEntry;
import dev.poscart.app.profile.ReferenceEntries.PaymentMethodEntry;
import dev.poscart.app.profile.ReferenceEntries.PromotionEntry;
import dev.poscart.app.profile.ReferenceEntries.TaxEntry;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.StaffMember;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A store profile as its JSON has it. The components of this record and of those within it are the
 * keys: what is {@code Optional} or a list may be left out, everything else is required. A record
 * that finds a mistake throws a {@link ConfigurationException} with the path from itself on.
 */
record ProfileDocument(List<TenantEntry> tenants) {

  record TenantEntry(
      String tenantId,
      List<StoreEntry> stores,
      List<CategoryEntry> categories,
      List<ItemEntry> items,
      List<PaymentMethodEntry> paymentMethods,
      List<Setting> settings,
      List<PromotionEntry> promotions,
      List<TaxEntry> taxes,
      List<StaffMemberEntry> staff) {

    TenantEntry {
      ProfileChecks.requireIdentifier("tenantId", tenantId);
      ProfileChecks.requireKeys("stores[%d].storeCode", stores, StoreEntry::storeCode);
      ProfileChecks.requireKeys("categories[%d].code", categories, CategoryEntry::code);
      ProfileChecks.requireKeys("items[%d].itemCode", items, ItemEntry::itemCode);
      ProfileChecks.requireKeys(
          "paymentMethods[%d].paymentCode", paymentMethods, PaymentMethodEntry::paymentCode);
      ProfileChecks.requireKeys("settings[%d].name", settings, Setting::name);
      ProfileChecks.requireKeys(
          "promotions[%d].promotionCode", promotions, PromotionEntry::promotionCode);
      ProfileChecks.requireKeys("taxes[%d].taxCode", taxes, TaxEntry::taxCode);
      ProfileChecks.requireKeys("staff[%d].id", staff, StaffMemberEntry::id);
      checkItems(items, taxTable(taxes).orElse(TaxTable.DEFAULT), stores);
      for (int i = 0; i < settings.size(); i++) {
        checkScopes("settings[" + i + "].values[%d]", settings.get(i).values());
      }
    }

    private static void checkItems(List<ItemEntry> items, TaxTable taxes, List<StoreEntry> stores) {
      ProfileChecks.requireEach(
          "items[%d].taxCode",
          items,
          ItemEntry::taxCode,
          code -> taxes.find(code).isPresent(),
          "a code defined in taxes");
      Set<String> codes = items.stream().map(ItemEntry::itemCode).collect(Collectors.toSet());
      for (int i = 0; i < stores.size(); i++) {
        ProfileChecks.requireEach(
            "stores[" + i + "].itemPrices[%d].itemCode",
            stores.get(i).itemPrices(),
            PriceEntry::itemCode,
            codes::contains,
            "the code of one of the tenant's items");
      }
    }

    private static void checkScopes(String path, List<Setting.Scoped> values) {
      ProfileChecks.requireEach(
          path + ".storeCode",
          values,
          value -> value.terminalNo().isEmpty() ? "all" : value.storeCode().orElse(""),
          store -> !store.isEmpty(),
          "the store of the terminal");
      ProfileChecks.requireKeys(
          path,
          values,
          value ->
              value.storeCode().orElse("")
                  + "-"
                  + value.terminalNo().map(String::valueOf).orElse(""));
    }

    private static Optional<TaxTable> taxTable(List<TaxEntry> taxes) {
      return taxes.isEmpty()
          ? Optional.empty()
          : Optional.of(new TaxTable(taxes.stream().map(TaxEntry::rule).toList()));
    }

    /** By code, in the order of the profile. */
    private Map<String, CatalogueItem> itemsInOrder() {
      Map<String, String> images = new HashMap<>();
      categories.forEach(each -> each.image().ifPresent(image -> images.put(each.code(), image)));
      Map<String, CatalogueItem> found = new LinkedHashMap<>();
      items.forEach(entry -> found.put(entry.itemCode(), entry.item(images)));
      return found;
    }

    TenantReference reference(String today) {
      return new TenantReference(
          tenantId,
          stores.stream().map(store -> store.store(tenantId)).toList(),
          stores.stream()
              .flatMap(
                  store ->
                      store.terminals().stream().map(t -> t.terminal(store.key(tenantId), today)))
              .toList(),
          paymentMethods.stream().map(PaymentMethodEntry::method).toList(),
          settings,
          promotions.stream().map(PromotionEntry::promotion).toList(),
          taxTable(taxes),
          staff.stream().map(member -> member.member(tenantId)).toList());
    }
  }

  record StoreEntry(
      String storeCode,
      Optional<String> storeName,
      List<TerminalEntry> terminals,
      List<PriceEntry> itemPrices) {

    StoreEntry {
      ProfileChecks.requireIdentifier("storeCode", storeCode);
      ProfileChecks.requireKeys("terminals[%d].terminalNo", terminals, TerminalEntry::terminalNo);
      ProfileChecks.requireKeys("itemPrices[%d].itemCode", itemPrices, PriceEntry::itemCode);
    }

    StoreKey key(String tenantId) {
      return new StoreKey(tenantId, storeCode);
    }

    Store store(String tenantId) {
      return new Store(key(tenantId), storeName.orElse(""));
    }
  }

  record StaffMemberEntry(
      String id, Optional<String> name, Optional<String> pin, Optional<Boolean> active) {

    StaffMemberEntry {
      ProfileChecks.requireText("id", id);
      pin.ifPresent(secret -> ProfileChecks.requireText("pin", secret));
    }

    StaffMember member(String tenantId) {
      return new StaffMember(
          id,
          name.orElse(""),
          pin.map(secret -> Pbkdf2Pins.hash(secret, tenantId + "\0" + id)),
          active.orElse(true));
    }
  }

  record StaffEntry(String id, Optional<String> name) {

    StaffEntry {
      ProfileChecks.requireText("id", id);
    }
  }

  record TerminalEntry(
      Integer terminalNo,
      String apiKey,
      Optional<Terminal.Status> status,
      Optional<LocalDate> businessDate,
      Optional<Integer> openCounter,
      Optional<Integer> businessCounter,
      Optional<StaffEntry> staff) {

    TerminalEntry {
      ProfileChecks.requireText("apiKey", apiKey);
    }

    RegisteredTerminal terminal(StoreKey store, String today) {
      TerminalKey key = new TerminalKey(store.tenantId(), store.storeCode(), terminalNo);
      TerminalSession session =
          new TerminalSession(
              businessDate.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(today),
              openCounter.orElse(1),
              businessCounter.orElse(1));
      Terminal terminal =
          new Terminal(
              key,
              status.orElse(Terminal.Status.OPENED),
              session,
              staff.map(person -> new Staff(person.id(), person.name().orElse(""))),
              businessDate.isEmpty());
      return new RegisteredTerminal(terminal, ApiKeyHash.of(key, apiKey));
    }
  }

  ProfileDocument {
    ProfileChecks.requireKeys("tenants[%d].tenantId", tenants, TenantEntry::tenantId);
  }

  /**
   * What the profile tells the domain and the item master.
   *
   * @param today {@code YYYYMMDD}: the business date of terminals that have none
   */
  StoreProfile profile(String today) {
    Map<String, Map<String, CatalogueItem>> items = new HashMap<>();
    Map<StoreKey, Map<String, Money>> prices = new HashMap<>();
    Map<String, List<CatalogueCategory>> categories = new HashMap<>();
    for (TenantEntry tenant : tenants) {
      items.put(tenant.tenantId(), tenant.itemsInOrder());
      categories.put(
          tenant.tenantId(),
          tenant.categories().stream()
              .map(category -> new CatalogueCategory(category.code(), category.name()))
              .toList());
      for (StoreEntry store : tenant.stores()) {
        prices.put(
            store.key(tenant.tenantId()),
            store.itemPrices().stream()
                .collect(Collectors.toMap(PriceEntry::itemCode, PriceEntry::storePrice)));
      }
    }
    return new StoreProfile(
        tenants.stream().map(tenant -> tenant.reference(today)).toList(),
        new Catalogue(items, prices, categories));
  }
}
