package dev.poscart.adapters.envelope;

import static dev.poscart.adapters.envelope.CanonicalObject.POSITIONS;

import dev.poscart.adapters.envelope.CanonicalScan.UnusualForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses an envelope in the form in which services issue it: no blanks, ASCII only, and in the
 * document the names of each object in ascending order. Only the structure is read; texts and
 * numbers stay bytes until they are asked for. Gives up on any other form, which says nothing about
 * it: {@link JsonTree} reads that.
 */
final class CanonicalParser {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_ENVELOPE_MEMBERS = 16;
  private static final int USUAL_MEMBERS = 128;

  private final byte[] text;
  private final CanonicalScan scan;

  /** The members of all objects that have begun, the innermost last. */
  private int[] positions = new int[POSITIONS * USUAL_MEMBERS];

  private @Nullable Object[] values = new @Nullable Object[USUAL_MEMBERS];
  private int count;

  private CanonicalParser(byte[] text) {
    this.text = text;
    this.scan = new CanonicalScan(text);
  }

  /** The members of an envelope, which may have any order; empty if it has another form. */
  static Optional<CanonicalObject> parse(String envelope) {
    byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
    CanonicalParser parser = new CanonicalParser(bytes);
    try {
      CanonicalObject members = parser.object(1);
      return parser.scan.isAtEnd() ? Optional.of(members) : Optional.empty();
    } catch (UnusualForm | ArrayIndexOutOfBoundsException e) {
      // The latter where the text ends too early.
      return Optional.empty();
    }
  }

  private CanonicalObject object(int depth) throws UnusualForm {
    int start = scan.position();
    int first = count;
    scan.expect('{');
    if (!scan.isNext('}')) {
      do {
        member(depth);
        if (!(depth == 1 ? isNewAmongFew() : isAscending(first))) {
          throw new UnusualForm();
        }
      } while (scan.isNext(','));
      scan.expect('}');
    }
    CanonicalObject object =
        new CanonicalObject(
            text,
            start,
            scan.position(),
            Arrays.copyOfRange(positions, POSITIONS * first, POSITIONS * count),
            Arrays.copyOfRange(values, first, count));
    count = first;
    return object;
  }

  /** Whether the last name of the envelope, whose names have an order of their own, is new. */
  private boolean isNewAmongFew() {
    for (int i = 0; i < count - 1; i++) {
      if (compare(i, count - 1) == 0) {
        return false;
      }
    }
    return count <= MAX_ENVELOPE_MEMBERS;
  }

  /** Whether the last name comes after the one before it, and so is another one. */
  private boolean isAscending(int first) {
    return count < first + 2 || compare(count - 2, count - 1) < 0;
  }

  private int compare(int one, int other) {
    int left = POSITIONS * one;
    int right = POSITIONS * other;
    return Arrays.compare(
        text, positions[left], positions[left + 1], text, positions[right], positions[right + 1]);
  }

  private void member(int depth) throws UnusualForm {
    int name = scan.name();
    int nameEnd = scan.position() - 1;
    scan.expect(':');
    int start = scan.position();
    add(name, nameEnd, start, value(depth));
  }

  private void add(int name, int nameEnd, int start, @Nullable Object value) {
    if (count == values.length) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
      values = Arrays.copyOf(values, 2 * count);
    }
    int place = POSITIONS * count;
    positions[place] = name;
    positions[place + 1] = nameEnd;
    positions[place + 2] = start;
    values[count++] = value;
  }

  /** Reads a value; returns it if it is an object or a list. */
  private @Nullable Object value(int depth) throws UnusualForm {
    switch (scan.next()) {
      case '{' -> {
        return object(deeper(depth));
      }
      case '[' -> {
        return array(deeper(depth));
      }
      default -> scan.scalar();
    }
    return null;
  }

  private static int deeper(int depth) throws UnusualForm {
    if (depth == MAX_DEPTH) {
      throw new UnusualForm();
    }
    return depth + 1;
  }

  private List<@Nullable Object> array(int depth) throws UnusualForm {
    scan.expect('[');
    List<@Nullable Object> elements = new ArrayList<>();
    if (scan.isNext(']')) {
      return elements;
    }
    do {
      int start = scan.position();
      Object nested = value(depth);
      elements.add(nested == null ? CanonicalScalar.read(text, start) : nested);
    } while (scan.isNext(','));
    scan.expect(']');
    return elements;
  }
}
