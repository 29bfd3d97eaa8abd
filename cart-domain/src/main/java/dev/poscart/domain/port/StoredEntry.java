package dev.poscart.domain.port;

import java.util.List;
import java.util.Map;

/**
 * An entry of the transaction log as it is stored, possibly damaged.
 *
 * @param position where it stands in its terminal's log
 * @param place identifies the entry in its database
 * @param document the transaction's document; empty if it is unreadable
 * @param adopted whether another system wrote it, which neither chains its entries nor gives its
 *     numbers without gaps
 * @param contradictions one message for each stored value that contradicts the document
 */
public record StoredEntry(
    String storeCode,
    long terminalNo,
    long position,
    String place,
    Map<String, Object> document,
    boolean adopted,
    List<String> contradictions) {

  public StoredEntry {
    contradictions = List.copyOf(contradictions);
  }

  /** An entry that this service wrote. */
  public StoredEntry(
      String storeCode,
      long terminalNo,
      long position,
      String place,
      Map<String, Object> document,
      List<String> contradictions) {
    this(storeCode, terminalNo, position, place, document, false, contradictions);
  }
}
