package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.List;

/**
 * Renders print data for the till's receipt printer: XML, indented with tabs. Texts are written in
 * full without padding, since the printer aligns them; the parts of a split line are truncated and
 * padded here. Printer drivers read it line by line, so white space matters.
 *
 * @param width columns of the paper
 */
record PrintDataRenderer(int width) implements ReceiptRenderer {

  private static final String START = "<?xml version=\"1.0\" ?>\n<PrintData>\n\t<Page>\n";
  private static final String END = "\t</Page>\n</PrintData>\n";

  @Override
  public String render(List<ReceiptLine> lines) {
    StringBuilder xml = new StringBuilder(START);
    lines.forEach(line -> append(xml, line));
    return xml.append(END).toString();
  }

  private void append(StringBuilder xml, ReceiptLine line) {
    if (line instanceof ReceiptLine.Text text) {
      open(xml, "Text", name(text.alignment()));
      xml.append("\t\t\t").append(escaped(text.text())).append('\n');
      items(xml, "", "");
    } else if (line instanceof ReceiptLine.Split split) {
      ReceiptLine.Fitted fitted = split.fit(width);
      open(xml, "Text", "Split");
      items(xml, fitted.left(), fitted.right());
    } else {
      open(xml, "Line", "");
      items(xml, "", "");
    }
    xml.append("\t\t</Line>\n");
  }

  private static void open(StringBuilder xml, String type, String align) {
    xml.append("\t\t<Line type=\"").append(type);
    xml.append("\" align=\"").append(align).append("\" dimension=\"\">\n");
  }

  private static void items(StringBuilder xml, String first, String second) {
    item(xml, "Item1", first);
    item(xml, "Item2", second);
  }

  private static void item(StringBuilder xml, String name, String text) {
    xml.append("\t\t\t<").append(name);
    if (text.isEmpty()) {
      xml.append("/>\n");
    } else {
      xml.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }
  }

  private static String name(Alignment alignment) {
    return switch (alignment) {
      case LEFT -> "Left";
      case CENTER -> "Center";
      case RIGHT -> "Right";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
