package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Transaction;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Renders the print document of newer terminals: JSON with a blank after each comma and colon, as
 * kugelpos writes it. Terminals fit and align the texts themselves, so nothing is cut or padded.
 *
 * @param transaction described in the head of the document
 * @param width columns of the paper
 */
record PrintDocumentRenderer(Transaction transaction, int width) implements ReceiptRenderer {

  private static final String DETAIL_GAP = " ";

  @Override
  public String render(List<ReceiptLine> lines) {
    return "{\"schemaVersion\": \"1.0\", \"metadata\": "
        + metadata()
        + ", \"elements\": "
        + lines.stream()
            .map(PrintDocumentRenderer::element)
            .collect(Collectors.joining(", ", "[", "]"))
        + "}";
  }

  private String metadata() {
    return "{\"documentType\": \"receipt\""
        + ", \"tenantId\": "
        + text(transaction.terminal().tenantId())
        + ", \"storeCode\": "
        + text(transaction.terminal().storeCode())
        + ", \"terminalNo\": "
        + transaction.terminal().terminalNo()
        + ", \"transactionNo\": "
        + transaction.numbers().transactionNo()
        + ", \"receiptNo\": "
        + transaction.numbers().receiptNo()
        + ", \"businessDate\": "
        + text(transaction.session().businessDate())
        + ", \"generatedAt\": "
        + text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(transaction.generatedAt()))
        + ", \"locale\": \"ja-JP\", \"charsPerLine\": "
        + width
        + "}";
  }

  private static String element(ReceiptLine line) {
    if (line instanceof ReceiptLine.Text text) {
      return "{\"type\": \"text\", \"value\": "
          + text(text.text())
          + ", \"align\": \""
          + text.alignment().name().toLowerCase(Locale.ROOT)
          + "\"}";
    }
    if (line instanceof ReceiptLine.Split split) {
      boolean apart = split.label().isEmpty() || split.label().endsWith(DETAIL_GAP);
      String gap = apart || split.detail().isEmpty() ? "" : DETAIL_GAP;
      return "{\"type\": \"columns\", \"columns\": [{\"slot\": \"left\", \"value\": "
          + text(split.label() + gap + split.detail())
          + "}, {\"slot\": \"right\", \"value\": "
          + text(split.right())
          + "}]}";
    }
    return "{\"type\": \"ruledLine\", \"char\": \"-\"}";
  }

  /** Printable texts have no control characters. */
  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
