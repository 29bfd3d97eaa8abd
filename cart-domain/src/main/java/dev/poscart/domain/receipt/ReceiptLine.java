package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;

/** One line of a receipt, before it is known how wide the paper is. Its texts are printable. */
sealed interface ReceiptLine {

  /** A line with nothing on it. */
  ReceiptLine BLANK = new Text("", Alignment.LEFT);

  /** A rule across the paper. */
  ReceiptLine BORDER = new Border();

  static ReceiptLine left(String text) {
    return new Text(text, Alignment.LEFT);
  }

  static ReceiptLine split(String label, String right) {
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
      int rightRoom = detail.isEmpty() ? width : width - 1 - Columns.of(detail);
      String fittedRight = Columns.cut(right, rightRoom);
      int leftRoom = Math.max(0, width - Columns.of(fittedRight) - 1);
      return new Fitted(left(leftRoom), fittedRight);
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
