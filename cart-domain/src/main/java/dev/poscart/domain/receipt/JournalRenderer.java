package dev.poscart.domain.receipt;

import java.util.List;

/**
 * Renders plain text: each line, including the last, is padded or truncated to the width and ends
 * with a line feed.
 *
 * @param width columns of the paper
 */
record JournalRenderer(int width) implements ReceiptRenderer {

  @Override
  public String render(List<ReceiptLine> lines) {
    StringBuilder journal = new StringBuilder(lines.size() * (width + 1));
    lines.forEach(line -> journal.append(line(line)).append('\n'));
    return journal.toString();
  }

  private String line(ReceiptLine line) {
    if (line instanceof ReceiptLine.Text text) {
      return Columns.align(text.text(), text.alignment(), width);
    }
    if (line instanceof ReceiptLine.Split split) {
      ReceiptLine.Fitted fitted = split.fit(width);
      return fitted.left() + Columns.padStart(fitted.right(), width - Columns.of(fitted.left()));
    }
    return "-".repeat(width);
  }
}
