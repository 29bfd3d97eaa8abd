package dev.poscart.adapters.mongo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Just enough of MongoDB's protocol to tell messages apart. */
final class WireMessage {

  private static final int HEADER_BYTES = 16;
  private static final int OPERATION_AT = 12;
  private static final int OP_MSG = 2013;

  /** Flags (4), kind of section (1), length of the document (4), type of its first value (1). */
  private static final int FIRST_KEY_AT = HEADER_BYTES + 4 + 1 + 4 + 1;

  private WireMessage() {}

  /** Reads one whole message: the first four bytes, little-endian, are its length. */
  static byte[] read(InputStream in) throws IOException {
    byte[] header = in.readNBytes(HEADER_BYTES);
    if (header.length < HEADER_BYTES) {
      throw new EOFException();
    }
    int length = intAt(header, 0);
    byte[] message = Arrays.copyOf(header, length);
    if (in.readNBytes(message, HEADER_BYTES, length - HEADER_BYTES) < length - HEADER_BYTES) {
      throw new EOFException();
    }
    return message;
  }

  /** Whether this is the command: its name is the first key of the message's document. */
  static boolean isCommand(byte[] message, String name) {
    byte[] key = (name + "\0").getBytes(StandardCharsets.US_ASCII);
    int end = FIRST_KEY_AT + key.length;
    return intAt(message, OPERATION_AT) == OP_MSG
        && message.length >= end
        && Arrays.equals(message, FIRST_KEY_AT, end, key, 0, key.length);
  }

  private static int intAt(byte[] bytes, int index) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
  }
}
