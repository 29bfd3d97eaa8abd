package dev.poscart.domain.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifies a terminal (till) of a store. */
public record TerminalKey(String tenantId, String storeCode, int terminalNo) {

  private static final Pattern FORM =
      Pattern.compile("([^\\s-][^\\s]*)-([^\\s-]+)-(0|[1-9][0-9]{0,8})");

  public TerminalKey {
    Expect.notBlank("tenantId", tenantId);
    Expect.notBlank("storeCode", storeCode);
    Expect.atLeast("terminalNo", 0, terminalNo);
  }

  /**
   * Parses a terminal id.
   *
   * @return empty unless it has the form {@code <tenantId>-<storeCode>-<terminalNo>}
   */
  public static Optional<TerminalKey> parse(String terminalId) {
    Matcher matcher = FORM.matcher(terminalId);
    return matcher.matches()
        ? Optional.of(
            new TerminalKey(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  public StoreKey store() {
    return new StoreKey(tenantId, storeCode);
  }

  /** The id on the wire: {@code <tenantId>-<storeCode>-<terminalNo>}, such as A1234-5678-9. */
  public String terminalId() {
    return tenantId + "-" + storeCode + "-" + terminalNo;
  }
}
