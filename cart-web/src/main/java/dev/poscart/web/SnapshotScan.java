package dev.poscart.web;

import dev.poscart.web.JsonScan.UnusualForm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds a carried cart in a body. Most of a body is the cart, about which only the signature
 * decides, so it is not parsed here if it comes back as it was issued. A cart in any other form is
 * not found, which says nothing about it.
 */
final class SnapshotScan {

  private static final byte[] NAME = JsonReader.SNAPSHOT.getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_NAMES = 16;

  private final byte[] body;
  private final JsonScan scan;
  private final int[] starts = new int[MAX_NAMES];
  private final int[] ends = new int[MAX_NAMES];

  private SnapshotScan(byte[] body, int maxDepth) {
    this.body = body;
    this.scan = new JsonScan(body, maxDepth);
  }

  /**
   * Where the cart is.
   *
   * @param start of its first byte; negative if it was not found
   * @param end after its last byte
   * @param tokens of the cart, for the memory budget
   */
  record Span(int start, int end, int tokens) {

    private static final Span NONE = new Span(-1, -1, 0);

    boolean isFound() {
      return start >= 0;
    }
  }

  /** Looks for the first member {@code signedSnapshot} of a body, if it is an object. */
  static Span find(byte[] body, int maxDepth) {
    try {
      return new SnapshotScan(body, maxDepth).find();
    } catch (UnusualForm | ArrayIndexOutOfBoundsException e) {
      // The latter where the body ends too early.
      return Span.NONE;
    }
  }

  private Span find() throws UnusualForm {
    scan.expect('{');
    while (!isName(scan.name(), NAME, 0, NAME.length)) {
      scan.expect(':');
      scan.value(2);
      scan.expect(',');
    }
    scan.expect(':');
    scan.skipBlanks();
    int start = scan.position();
    int before = scan.tokens();
    envelope();
    return new Span(start, scan.position(), scan.tokens() - before + 2);
  }

  /** The object that is signed; its few names have an order of their own. */
  private void envelope() throws UnusualForm {
    scan.expect('{');
    int names = 0;
    do {
      if (names == MAX_NAMES) {
        throw new UnusualForm();
      }
      starts[names] = scan.name();
      ends[names] = scan.position() - 1;
      for (int i = 0; i < names; i++) {
        if (isName(starts[names], body, starts[i], ends[i])) {
          throw new UnusualForm();
        }
      }
      names++;
      scan.expect(':');
      scan.value(3);
    } while (scan.isNext(','));
    scan.expect('}');
  }

  /** Whether the name that was read last is this one. */
  private boolean isName(int start, byte[] other, int from, int to) {
    return Arrays.equals(body, start, scan.position() - 1, other, from, to);
  }
}
