package dev.poscart.domain.port;

import java.util.List;
import java.util.Map;

/**
 * An entry of the transaction log as its store keeps it, whatever became of it there: nothing about
 * it is certain.
 *
 * @param place the store's own name for where it stands
 * @param document the transaction's document; empty if there is none that can be read
 * @param contradictions a sentence for each thing that the store keeps beside the document and that
 *     says otherwise
 */
public record StoredEntry(
    String storeCode,
    long terminalNo,
    long transactionNo,
    String place,
    Map<String, Object> document,
    List<String> contradictions) {

  public StoredEntry {
    contradictions = List.copyOf(contradictions);
  }
}
