package dev.poscart.adapters.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object as it stands in a text. Its values are of the types that {@link JsonTree} makes; texts
 * and numbers are read when they are asked for.
 */
final class CanonicalObject extends AbstractMap<String, @Nullable Object> {

  /** Of a member: where its name starts, where that ends, and where the value starts. */
  static final int POSITIONS = 3;

  private final byte[] text;
  private final int start;
  private final int end;
  private final int[] positions;
  private final @Nullable Object[] values;

  /**
   * @param text has no letters but those of ASCII
   * @param start of the object in it
   * @param positions of its members
   * @param values of its members if they are objects or lists; null for others
   */
  CanonicalObject(byte[] text, int start, int end, int[] positions, @Nullable Object[] values) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.positions = positions;
    this.values = values;
  }

  /** Its text, not copied. */
  ByteBuffer spelling() {
    return ByteBuffer.wrap(text, start, end - start);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int found = find(name);
    return found < 0 ? null : value(found);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  private int find(@Nullable Object member) {
    String name = String.valueOf(member);
    int length = name.length();
    for (int i = 0; i < values.length; i++) {
      int at = positions[POSITIONS * i];
      if (positions[POSITIONS * i + 1] - at == length && isAt(at, name)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAt(int at, String name) {
    // Names have rather the same beginnings than the same ends.
    for (int i = name.length() - 1; i >= 0; i--) {
      if (text[at + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Object value(int member) {
    Object known = values[member];
    return known == null ? CanonicalScalar.read(text, positions[POSITIONS * member + 2]) : known;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      int name = positions[POSITIONS * i];
      int length = positions[POSITIONS * i + 1] - name;
      all.put(new String(text, name, length, StandardCharsets.US_ASCII), value(i));
    }
    return all.entrySet();
  }
}
