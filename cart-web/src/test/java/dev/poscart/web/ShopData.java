package dev.poscart.web;

import dev.poscart.domain.code.InStoreCodeRule;
import dev.poscart.domain.code.InStoreCodeRule.Kind;
import dev.poscart.domain.code.InStoreCodes;
import dev.poscart.domain.code.ItemCodeMatching;
import dev.poscart.domain.code.ItemCodeReader;
import dev.poscart.domain.code.PriceCheckDigit;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TenantReference;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two tenants with the same store, terminals and items. */
final class ShopData {

  static final List<String> TENANT_IDS = List.of("A1234", "B5678");

  static final Instant NOW = Instant.parse("2026-11-23T09:27:03.415Z");

  /** 02 contains a price, 24 a price with its own check digit, 28 a weight in grams. */
  static final ItemCodeReader CODES =
      new ItemCodeReader(
          ItemCodeMatching.LENIENT,
          new InStoreCodes(
              List.of(
                  new InStoreCodeRule("02", 5, Kind.PRICE, 0, PriceCheckDigit.NONE),
                  new InStoreCodeRule("24", 5, Kind.PRICE, 0, PriceCheckDigit.GS1),
                  new InStoreCodeRule("28", 5, Kind.WEIGHT, 3, PriceCheckDigit.NONE))));

  static final Staff STAFF = new Staff("S001", "スタッフ太郎");

  private ShopData() {}

  static List<TenantReference> tenants() {
    return TENANT_IDS.stream().map(ShopData::tenant).toList();
  }

  static Item[] items() {
    return new Item[] {
      item("A", "りんご", 100, "C1", "01", false),
      item("J", "ジュース", 108, "C2", "12", false),
      item("B", "本", 1500, "C3", "02", false),
      item("E", "切手", 84, "C4", "00", false),
      item("R", "新聞", 180, "C4", "12", true),
      item("0212345", "惣菜", 500, "C5", "12", false),
      item("2412345", "弁当", 500, "C5", "12", false),
      item("2812345", "牛肉", 998, "C5", "12", false),
      item("94901180001711", "鮮魚", 1000, "C5", "12", false),
      item("4901180001718", "おにぎり", 160, "C5", "12", false),
      item("9784101092058", "こころ", 500, "C3", "01", false),
      item("4910077310543", "週刊誌", 500, "C3", "01", false),
      item("X", "税不明", 10, "C4", "99", false)
    };
  }

  private static TenantReference tenant(String tenantId) {
    return new TenantReference(
        tenantId,
        List.of(
            ReferenceTestData.store(tenantId, "5678", "テスト店"),
            ReferenceTestData.store(tenantId, "9999", "二号店")),
        List.of(
            terminal(tenantId, 9, Terminal.Status.OPENED, Optional.of(STAFF)),
            terminal(tenantId, 10, Terminal.Status.OPENED, Optional.of(new Staff("S002", "花子"))),
            terminal(tenantId, 11, Terminal.Status.CLOSED, Optional.of(STAFF)),
            terminal(tenantId, 12, Terminal.Status.OPENED, Optional.empty()),
            terminal(
                new TerminalKey(tenantId, "9999", 9), Terminal.Status.OPENED, Optional.of(STAFF))),
        List.of(ReferenceTestData.CASH, ReferenceTestData.CASHLESS),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(
            new StaffMember("S001", "スタッフ太郎", Optional.of("hash of 1111"), true),
            new StaffMember("S004", "研修", Optional.empty(), true),
            new StaffMember("S009", "退職", Optional.empty(), false)));
  }

  private static RegisteredTerminal terminal(
      String tenantId, int terminalNo, Terminal.Status status, Optional<Staff> staff) {
    return terminal(new TerminalKey(tenantId, "5678", terminalNo), status, staff);
  }

  private static RegisteredTerminal terminal(
      TerminalKey key, Terminal.Status status, Optional<Staff> staff) {
    return new RegisteredTerminal(
        new Terminal(key, status, new TerminalSession("20251123", 1, 7), staff),
        ApiKeyHash.of(key, "key" + key.terminalNo()));
  }

  private static Item item(
      String code, String name, int price, String category, String taxCode, boolean restricted) {
    return new Item(
        code,
        name,
        Optional.empty(),
        Money.of(price),
        Optional.empty(),
        category,
        taxCode,
        restricted,
        true);
  }
}
