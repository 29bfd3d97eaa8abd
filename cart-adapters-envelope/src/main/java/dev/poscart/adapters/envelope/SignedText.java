package dev.poscart.adapters.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The canonical text that is signed. The document in its middle is most of it, and stays where it
 * is.
 */
record SignedText(ByteBuffer start, ByteBuffer document, ByteBuffer end) {

  /** Its pieces, one after the other; reading them leaves this text as it is. */
  List<ByteBuffer> pieces() {
    return List.of(start.duplicate(), document.duplicate(), end.duplicate());
  }

  int length() {
    return start.remaining() + document.remaining() + end.remaining();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(length());
    pieces().forEach(piece -> text.append(StandardCharsets.US_ASCII.decode(piece)));
    return text.toString();
  }
}
