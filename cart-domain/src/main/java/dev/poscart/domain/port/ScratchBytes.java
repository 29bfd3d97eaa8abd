package dev.poscart.domain.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Memory for texts whose length is known at their end only. A few buffers are used again and again,
 * so that a text costs an array of its own length and no more. Thread-safe.
 */
public final class ScratchBytes {

  private static final int KEPT_BUFFERS = 8;
  private static final int KEPT_BYTES = 1 << 20;
  private static final int FIRST_BYTES = 1 << 14;

  private static final BlockingQueue<byte[]> IDLE = new ArrayBlockingQueue<>(KEPT_BUFFERS);

  private ScratchBytes() {}

  /** Writes a text. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Everything that was written. */
  public static byte[] of(Writing writing) throws IOException {
    Buffer buffer =
        new Buffer(Optional.ofNullable(IDLE.poll()).orElseGet(() -> new byte[FIRST_BYTES]));
    writing.to(buffer);
    byte[] text = Arrays.copyOf(buffer.bytes, buffer.length);
    if (buffer.bytes.length <= KEPT_BYTES) {
      var unused = IDLE.offer(buffer.bytes);
    }
    return text;
  }

  private static final class Buffer extends OutputStream {

    private byte[] bytes;
    private int length;

    Buffer(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int value) {
      makeRoom(1);
      bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int count) {
      makeRoom(count);
      System.arraycopy(source, from, bytes, length, count);
      length += count;
    }

    private void makeRoom(int more) {
      if (more > bytes.length - length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
      }
    }
  }
}
