package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.List;

/** One line of a receipt, before it is known how wide the paper is. Its texts are printable. */
sealed interface ReceiptLine {

  /** A line with nothing on it. */
  ReceiptLine BLANK = new Text("", Alignment.LEFT);

  /** A rule across the paper. */
  ReceiptLine BORDER = new Border();

  static ReceiptLine left(String text) {
    return new Text(text, Alignment.LEFT);
  }

  static Split split(String label, String right) {
    return new Split(label, "", 0, right);
  }

  /** A text alone on its line; an empty one is kept as a single space. */
  record Text(String text, Alignment alignment) implements ReceiptLine {

    public Text {
      String printable = PrintableText.of(text);
      text = printable.isEmpty() ? " " : printable;
    }
  }

  /**
   * A label at the left edge and a value at the right edge.
   *
   * @param detail stands between them, such as a count of pieces or a percentage; may be empty
   * @param detailEnd the column where the detail ends, if the label leaves room and the right part
   *     does not need the column
   */
  record Split(String label, String detail, int detailEnd, String right) implements ReceiptLine {

    /** Columns that a second line keeps free at its start, to tell it from the next label. */
    private static final int REST_INDENT = 2;

    public Split {
      label = PrintableText.of(label);
      detail = PrintableText.of(detail);
      right = PrintableText.of(right);
    }

    /**
     * Fits the line to the paper. What does not fit gives way in this order: the blanks before the
     * detail, the end of the label, the end of the right part. Numbers stand in the detail and at
     * the right, so that a long name never takes a digit away.
     */
    Fitted fit(int width) {
      String fittedRight = right(width);
      return new Fitted(left(leftRoom(fittedRight, width)), fittedRight);
    }

    /**
     * The line, and where the label does not fit, a second one with as much of its rest as fits. A
     * line with a detail stays one.
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

  /** The rule across the paper. */
  record Border() implements ReceiptLine {}

  /**
   * A split line cut to the paper.
   *
   * @param left padded up to the column before the space that parts it from the right
   */
  record Fitted(String left, String right) {}
}
