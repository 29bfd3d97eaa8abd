package dev.poscart.domain.model;

/** A terminal (till) of a store. */
public record TerminalKey(String tenantId, String storeCode, int terminalNo) {

  public TerminalKey {
    Expect.notBlank("tenantId", tenantId);
    Expect.notBlank("storeCode", storeCode);
    Expect.atLeast("terminalNo", 0, terminalNo);
  }

  public StoreKey store() {
    return new StoreKey(tenantId, storeCode);
  }

  /** The id used on the wire: {@code <tenantId>-<storeCode>-<terminalNo>}, such as A1234-5678-9. */
  public String terminalId() {
    return tenantId + "-" + storeCode + "-" + terminalNo;
  }
}
