package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.List;

/** A line of a receipt, independent of the width of the paper. Its texts are printable. */
sealed interface ReceiptLine {

  /** A blank line. */
  ReceiptLine BLANK = new Text("", Alignment.LEFT);

  /** A rule across the paper. */
  ReceiptLine BORDER = new Border();

  static ReceiptLine left(String text) {
    return new Text(text, Alignment.LEFT);
  }

  static Split split(String label, String right) {
    return new Split(label, "", 0, right);
  }

  /** A single text; an empty one is kept as a single space. */
  record Text(String text, Alignment alignment) implements ReceiptLine {

    public Text {
      String printable = PrintableText.of(text);
      text = printable.isEmpty() ? " " : printable;
    }
  }

  /**
   * A label at the left edge and a value at the right edge.
   *
   * @param detail placed between them, such as a quantity or a percentage; may be empty
   * @param detailEnd the column where the detail ends, if label and value leave room for it
   */
  record Split(String label, String detail, int detailEnd, String right) implements ReceiptLine {

    /** Indentation of a second line, to distinguish it from the next label. */
    private static final int REST_INDENT = 2;

    public Split {
      label = PrintableText.of(label);
      detail = PrintableText.of(detail);
      right = PrintableText.of(right);
    }

    /**
     * Fits the line to the paper. If it is too wide, the following are shortened in this order: the
     * blanks before the detail, the label, the value. Numbers are in the detail and the value, so
     * that a long name never hides a digit.
     */
    Fitted fit(int width) {
      String fittedRight = right(width);
      return new Fitted(left(leftRoom(fittedRight, width)), fittedRight);
    }

    /**
     * This line and, if the label does not fit, a second one with as much of the rest as fits. A
     * line with a detail is not wrapped.
     */
    List<ReceiptLine> wrapped(int width) {
      String first = Columns.cut(label, leftRoom(right(width), width));
      String rest = Columns.withoutLeadingBlanks(label.substring(first.length()));
      if (rest.isEmpty() || !detail.isEmpty()) {
        return List.of(this);
      }
      String indent = Columns.spaces(REST_INDENT);
      return List.of(this, ReceiptLine.left(indent + Columns.cut(rest, width - REST_INDENT)));
    }

    private String right(int width) {
      return Columns.cut(right, detail.isEmpty() ? width : width - 1 - Columns.of(detail));
    }

    private static int leftRoom(String fittedRight, int width) {
      return Math.max(0, width - Columns.of(fittedRight) - 1);
    }

    private String left(int room) {
      String fittedDetail = Columns.cut(detail, room);
      int detailWidth = Columns.of(fittedDetail);
      int wanted = Math.max(Columns.of(label), detailEnd - detailWidth);
      int labelRoom = Math.min(wanted, room - detailWidth);
      String fittedLabel = Columns.padEnd(Columns.cut(label, labelRoom), labelRoom);
      return Columns.padEnd(fittedLabel + fittedDetail, room);
    }
  }

  /** A rule across the paper. */
  record Border() implements ReceiptLine {}

  /**
   * A split line fitted to the paper.
   *
   * @param left padded up to the column before the space that separates it from the right part
   */
  record Fitted(String left, String right) {}
}
