package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.List;

/**
 * An example of a form for another printer, worked out in docs/adding-a-printer.md: commands of
 * ESC/POS, which align texts, and at the end the one that cuts the paper.
 *
 * @param width columns of the paper
 */
record EscPosRenderer(int width) implements ReceiptRenderer {

  private static final String RESET = "\u001b@";
  private static final String ALIGN = "\u001ba";
  private static final String CUT = "\u001dV\u0001";

  @Override
  public String render(List<ReceiptLine> lines) {
    StringBuilder commands = new StringBuilder(RESET);
    lines.forEach(line -> append(commands, line));
    return commands.append(CUT).toString();
  }

  private void append(StringBuilder commands, ReceiptLine line) {
    if (line instanceof ReceiptLine.Text text) {
      commands.append(ALIGN).append(code(text.alignment())).append(text.text());
    } else if (line instanceof ReceiptLine.Split split) {
      ReceiptLine.Fitted fitted = split.fit(width);
      commands.append(ALIGN).append(code(Alignment.LEFT)).append(fitted.left());
      commands.append(Columns.padStart(fitted.right(), width - Columns.of(fitted.left())));
    } else {
      commands.append(ALIGN).append(code(Alignment.LEFT)).append("-".repeat(width));
    }
    commands.append('\n');
  }

  private static char code(Alignment alignment) {
    return switch (alignment) {
      case LEFT -> '0';
      case CENTER -> '1';
      case RIGHT -> '2';
    };
  }
}
