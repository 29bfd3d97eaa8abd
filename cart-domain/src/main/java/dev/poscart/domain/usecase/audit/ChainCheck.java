package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.TerminalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the hash chain of one till. The first entries may lack a hash because a version without
 * hash chain logged them; after the first entry with a hash, all must have one, up to an entry of
 * another system.
 */
final class ChainCheck {

  private final String tenantId;
  private final Till till;
  private boolean begun;
  private long notChained;
  private String headHash = "";

  /** The hashes the next entry may refer to: that of the last entry as recomputed and as stored. */
  private List<String> before = List.of();

  ChainCheck(String tenantId, Till till) {
    this.tenantId = tenantId;
    this.till = till;
  }

  long notChained() {
    return notChained;
  }

  /** The recomputed hash of the last entry, even if that is not chained. */
  String headHash() {
    return headHash;
  }

  /**
   * Verifies the next entry.
   *
   * @param follows whether the previous entry exists
   * @return the problems found
   */
  List<String> next(long position, Map<String, Object> document, boolean follows) {
    List<String> hashes = follows ? before : List.of();
    before = List.of();
    headHash = "";
    if (document.isEmpty()) {
      return List.of();
    }
    try {
      headHash = Chain.hash(document);
    } catch (IllegalStateException e) {
      return List.of("hash: cannot be computed: " + e.getMessage());
    }
    Optional<Chain.StoredLink> found = Chain.link(document);
    if (found.isEmpty()) {
      return withoutLink();
    }
    Chain.StoredLink link = found.get();
    boolean isFirst = !begun && follows;
    begun = true;
    return link.known()
        ? withLink(position, link, isFirst, hashes)
        : List.of("chain: form " + link.form() + " (expected: " + Chain.FORM + ")");
  }

  /** An entry of another system ends the chain; the next entry with a hash starts a new one. */
  void interrupt(Map<String, Object> document) {
    begun = false;
    before = List.of();
    headHash = document.isEmpty() ? "" : Chain.hash(document);
    notChained++;
  }

  /** Whether a chain starts with an entry, at a position that is not the first. */
  boolean startsAt(long position, Map<String, Object> document) {
    return position > 1
        && Chain.link(document)
            .filter(link -> start(position).filter(link.previousHash()::equals).isPresent())
            .isPresent();
  }

  private List<String> withoutLink() {
    if (begun) {
      return List.of("chain: none (expected: one, as in the entries before)");
    }
    notChained++;
    return List.of();
  }

  private List<String> withLink(
      long position, Chain.StoredLink link, boolean isFirst, List<String> hashesBefore) {
    List<String> problems = new ArrayList<>();
    String hash = link.hash();
    String previous = link.previousHash();
    if (!hash.equals(headHash)) {
      problems.add("altered: hash " + hash + " (expected: " + headHash + ")");
    }
    String found = "chain: previous hash " + previous + " (expected: ";
    if (isFirst) {
      start(position)
          .filter(start -> !start.equals(previous))
          .ifPresent(start -> problems.add(found + start + ", the first of a chain)"));
    } else if (!hashesBefore.isEmpty() && !hashesBefore.contains(previous)) {
      problems.add(found + hashesBefore.get(0) + ", the hash of no. " + (position - 1) + ")");
    }
    before = List.of(headHash, hash);
    return problems;
  }

  private Optional<String> start(long position) {
    try {
      return Optional.of(
          Chain.start(
              new TerminalKey(tenantId, till.storeCode(), Math.toIntExact(till.terminalNo())),
              Math.toIntExact(position)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
