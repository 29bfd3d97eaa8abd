package dev.poscart.domain.document;

import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The hash chain of a terminal's log: each entry contains its position in the terminal's log, the
 * hash of the previous one and its own, computed over all fields of its document, including fields
 * added by later versions. A hash is not a signature: anyone who can write to the log can recompute
 * all hashes, which only a copy of the last hash kept elsewhere reveals.
 */
public final class Chain {

  /** The name of the field that contains the link. */
  public static final String FIELD = "chain";

  /**
   * The version of the hash computation. It is stored with each hash, so that existing hashes
   * remain valid if it changes.
   */
  public static final int FORM = 1;

  private static final String ENTRY = "poscart transaction " + FORM;
  private static final String START = "poscart chain " + FORM;
  private static final String FORM_FIELD = "form";
  private static final String POSITION = "position";
  private static final String HASH = "hash";
  private static final String PREVIOUS = "previous_hash";

  /** The position of a terminal's first entry. */
  private static final int FIRST = 1;

  private Chain() {}

  /**
   * Gives a complete transaction the position after the last one, and links it to that.
   *
   * @param last the end of the terminal's log; empty: there is no entry
   */
  public static Transaction tie(Transaction transaction, Optional<LogEnd> last) {
    return tie(transaction.terminal(), last, transaction::withLink);
  }

  /** Does the same for a complete desk entry. */
  public static DeskEntry tie(DeskEntry entry, Optional<LogEnd> last) {
    return tie(entry.terminal(), last, entry::withLink);
  }

  private static <E extends LogEntry> E tie(
      TerminalKey terminal, Optional<LogEnd> last, Function<ChainLink, E> linked) {
    Optional<Integer> position = Optional.of(last.map(LogEnd::nextPosition).orElse(FIRST));
    String previous =
        last.flatMap(LogEnd::hash).orElseGet(() -> start(terminal, position.orElseThrow()));
    E placed = linked.apply(new ChainLink(position, previous, ""));
    return linked.apply(new ChainLink(position, previous, hash(LogEntryDocument.write(placed))));
  }

  /** The value that replaces the previous hash in a terminal's first chained entry. */
  public static String start(TerminalKey terminal, int position) {
    return Fingerprint.of(
        START,
        new DocumentBuilder()
            .put("tenant_id", terminal.tenantId())
            .put("store_code", terminal.storeCode())
            .put("terminal_no", terminal.terminalNo())
            // Its name in the form of versions without positions.
            .put("transaction_no", position)
            .make());
  }

  /**
   * Computes the hash of an entry's document.
   *
   * @throws IllegalStateException if it contains a value that documents cannot hold
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

  /**
   * What a stored document says about its place in the chain, unchecked.
   *
   * @param form version of the hash computation
   * @param known whether this version of the service can recompute the hash
   */
  public record StoredLink(String form, boolean known, String previousHash, String hash) {}

  /** The link in a stored document, if it has one. */
  public static Optional<StoredLink> link(Map<String, Object> document) {
    if (!(document.get(FIELD) instanceof Map<?, ?> link)) {
      return Optional.empty();
    }
    String form = String.valueOf(link.get(FORM_FIELD));
    boolean known =
        link.get(FORM_FIELD) instanceof Number
            && new BigDecimal(form).compareTo(BigDecimal.valueOf(FORM)) == 0;
    return Optional.of(
        new StoredLink(
            form, known, String.valueOf(link.get(PREVIOUS)), String.valueOf(link.get(HASH))));
  }

  static Map<String, Object> write(ChainLink link) {
    return new DocumentBuilder()
        .put(FORM_FIELD, FORM)
        .putPresent(POSITION, link.position())
        .put(PREVIOUS, link.previousHash())
        .put(HASH, link.hash())
        .make();
  }

  static ChainLink read(DocumentReader document) {
    return new ChainLink(
        document.optionalInteger(POSITION), document.text(PREVIOUS), document.text(HASH));
  }
}
