package dev.poscart.adapters.mongo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Just enough of MongoDB's protocol to distinguish messages. */
final class WireMessage {

  private static final int HEADER_BYTES = 16;
  private static final int REQUEST_ID_AT = 4;
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

  /** Whether this is the command and contains all the words. */
  static boolean mentions(byte[] message, String name, String... words) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    return isCommand(message, name) && Arrays.stream(words).allMatch(text::contains);
  }

  /** Whether it is one of the handshake commands. */
  static boolean isAboutServer(byte[] message) {
    return intAt(message, OPERATION_AT) != OP_MSG
        || isCommand(message, "hello")
        || isCommand(message, "isMaster")
        || isCommand(message, "ismaster");
  }

  /** The reply of a server that is no longer the primary. */
  static byte[] notPrimary(byte[] request) {
    return failure(request, 10_107, "NotWritablePrimary");
  }

  /** The reply of a server that does not support the command. */
  static byte[] notImplemented(byte[] request) {
    return failure(request, 238, "NotImplemented");
  }

  private static byte[] failure(byte[] request, int code, String name) {
    byte[] document =
        bytes(
            new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(name))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name)));
    int length = HEADER_BYTES + 4 + 1 + document.length;
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putInt(1)
        .putInt(intAt(request, REQUEST_ID_AT))
        .putInt(OP_MSG)
        .putInt(0)
        .put((byte) 0)
        .put(document)
        .array();
  }

  private static byte[] bytes(BsonDocument document) {
    BasicOutputBuffer buffer = new BasicOutputBuffer();
    new BsonDocumentCodec()
        .encode(new BsonBinaryWriter(buffer), document, EncoderContext.builder().build());
    return buffer.toByteArray();
  }

  private static int intAt(byte[] bytes, int index) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
  }
}
