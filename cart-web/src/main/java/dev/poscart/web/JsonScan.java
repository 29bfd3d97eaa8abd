package dev.poscart.web;

import java.util.Arrays;

/**
 * Goes over JSON without parsing it, and vouches for its form as {@link JsonReader} does: valid,
 * not too deep, with unique names. Knows ASCII only, and objects whose names come in ascending
 * order, which shows at once that they are unique. Gives up on anything else.
 */
final class JsonScan {

  private static final int MAX_DIGITS = 20;

  private final byte[] body;
  private final int maxDepth;
  private int at;
  private int tokens;

  JsonScan(byte[] body, int maxDepth) {
    this.body = body;
    this.maxDepth = maxDepth;
  }

  /** Thrown where the JSON has another form; without a trace, which takes time. */
  static final class UnusualForm extends Exception {

    private static final long serialVersionUID = 1;

    UnusualForm() {
      super("unusual", null, false, false);
    }
  }

  int position() {
    return at;
  }

  /** The number of tokens so far, as a parser counts them. */
  int tokens() {
    return tokens;
  }

  /**
   * Reads a value.
   *
   * @param depth of what is in it, if it is an object or a list
   */
  void value(int depth) throws UnusualForm {
    skipBlanks();
    tokens++;
    switch (body[at]) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object(int depth) throws UnusualForm {
    enter(depth);
    tokens++;
    if (isNext('}')) {
      return;
    }
    // Less than any name.
    int start = 0;
    int end = -1;
    do {
      int from = name();
      if (end >= 0 && Arrays.compare(body, start, end, body, from, at - 1) >= 0) {
        throw new UnusualForm();
      }
      start = from;
      end = at - 1;
      expect(':');
      value(depth + 1);
    } while (isNext(','));
    expect('}');
  }

  private void array(int depth) throws UnusualForm {
    enter(depth);
    tokens++;
    if (isNext(']')) {
      return;
    }
    do {
      value(depth + 1);
    } while (isNext(','));
    expect(']');
  }

  private void enter(int depth) throws UnusualForm {
    at++;
    if (depth > maxDepth) {
      throw new UnusualForm();
    }
  }

  /** Reads a name, and returns where it starts; it ends before the current position. */
  int name() throws UnusualForm {
    expect('"');
    tokens++;
    int from = at;
    while (body[at] != '"') {
      // Bytes of other letters than ASCII are negative.
      if (body[at] < ' ' || body[at] == '\\') {
        throw new UnusualForm();
      }
      at++;
    }
    if (at - from > JsonReader.MAX_NAME_LENGTH) {
      throw new UnusualForm();
    }
    at++;
    return from;
  }

  private void text() throws UnusualForm {
    at++;
    while (body[at] != '"') {
      if (body[at] < ' ') {
        throw new UnusualForm();
      }
      if (body[at] == '\\') {
        escape();
      }
      at++;
    }
    at++;
  }

  /** Reads an escape up to its last letter. */
  private void escape() throws UnusualForm {
    byte letter = body[++at];
    if (letter == 'u') {
      for (int digits = 0; digits < 4; digits++) {
        if (Character.digit(body[++at], 16) < 0) {
          throw new UnusualForm();
        }
      }
    } else if ("\"\\/bfnrt".indexOf(letter) < 0) {
      throw new UnusualForm();
    }
  }

  private void word(String word) throws UnusualForm {
    for (int i = 0; i < word.length(); i++) {
      if (body[at++] != word.charAt(i)) {
        throw new UnusualForm();
      }
    }
  }

  /** As canonical numbers are, without exponent. */
  private void number() throws UnusualForm {
    if (body[at] == '-') {
      at++;
    }
    int from = at;
    digits();
    if (body[from] == '0' && at > from + 1) {
      throw new UnusualForm();
    }
    if (body[at] == '.') {
      at++;
      digits();
    }
  }

  private void digits() throws UnusualForm {
    int from = at;
    while (body[at] >= '0' && body[at] <= '9') {
      at++;
    }
    if (at == from || at - from > MAX_DIGITS) {
      throw new UnusualForm();
    }
  }

  /** Skips a mark and the blanks before it, if it is next. */
  boolean isNext(char mark) {
    skipBlanks();
    boolean found = body[at] == mark;
    if (found) {
      at++;
    }
    return found;
  }

  /** Skips a mark and the blanks before it. */
  void expect(char mark) throws UnusualForm {
    if (!isNext(mark)) {
      throw new UnusualForm();
    }
  }

  void skipBlanks() {
    while (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t') {
      at++;
    }
  }
}
