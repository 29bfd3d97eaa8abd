package dev.poscart.domain.receipt;

import java.util.List;

/**
 * Plain text: each line padded or cut to the width and ended with a line feed, the last one too.
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
