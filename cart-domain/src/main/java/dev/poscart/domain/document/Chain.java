package dev.poscart.domain.document;

import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The chain of a terminal's transactions: each holds the hash of the one before, and its own over
 * all fields of its document, also over those that a later version adds. A hash is no signature:
 * who can write to the log can compute all of it anew, and only somebody who noted the last hash
 * elsewhere notices.
 */
public final class Chain {

  /** Where a document has its link. */
  public static final String FIELD = "chain";

  /** How hashes are computed; kept with each, so that another way leaves the old ones valid. */
  public static final int FORM = 1;

  private static final String ENTRY = "poscart transaction " + FORM;
  private static final String START = "poscart chain " + FORM;
  private static final String HASH = "hash";

  private Chain() {}

  /**
   * Ties a finished transaction to the one before it.
   *
   * @param lastHash hash of the terminal's last entry; empty: there is none, or it is not chained
   */
  public static Transaction tie(Transaction transaction, Optional<String> lastHash) {
    String previous =
        lastHash.orElseGet(
            () -> start(transaction.terminal(), transaction.numbers().transactionNo()));
    Map<String, Object> document =
        TransactionDocument.write(transaction.withLink(new ChainLink(previous, "")));
    return transaction.withLink(new ChainLink(previous, hash(document)));
  }

  /** What the first chained entry of a terminal has in place of the hash of the one before. */
  public static String start(TerminalKey terminal, int transactionNo) {
    return Fingerprint.of(
        START,
        new DocumentBuilder()
            .put("tenant_id", terminal.tenantId())
            .put("store_code", terminal.storeCode())
            .put("terminal_no", terminal.terminalNo())
            .put("transaction_no", transactionNo)
            .make());
  }

  /**
   * Computes the hash that a transaction's document must hold.
   *
   * @throws IllegalStateException if there is something in it that no document has
   */
  public static String hash(Map<String, Object> document) {
    Map<String, Object> content = new LinkedHashMap<>(document);
    if (document.get(FIELD) instanceof Map<?, ?> link) {
      Map<Object, Object> hashed = new LinkedHashMap<>(link);
      hashed.remove(HASH);
      content.put(FIELD, hashed);
    }
    return Fingerprint.of(ENTRY, content);
  }

  static Map<String, Object> write(ChainLink link) {
    return new DocumentBuilder()
        .put("form", FORM)
        .put("previous_hash", link.previousHash())
        .put(HASH, link.hash())
        .make();
  }

  static ChainLink read(DocumentReader document) {
    return new ChainLink(document.text("previous_hash"), document.text(HASH));
  }
}
