package dev.poscart.adapters.envelope;

/** Goes over the marks, names and scalars of a canonical text, and checks their form. */
final class CanonicalScan {

  private static final int MAX_NUMBER_LENGTH = 40;

  private final byte[] text;
  private int at;

  CanonicalScan(byte[] text) {
    this.text = text;
  }

  /** Thrown where the text has another form; without a trace, which takes time. */
  static final class UnusualForm extends Exception {

    private static final long serialVersionUID = 1;

    UnusualForm() {
      super("unusual", null, false, false);
    }
  }

  int position() {
    return at;
  }

  byte next() {
    return text[at];
  }

  boolean isAtEnd() {
    return at == text.length;
  }

  /** Skips a name, and returns where it starts; it ends before the current position. */
  int name() throws UnusualForm {
    expect('"');
    int start = at;
    while (text[at] != '"') {
      // Bytes of other letters than ASCII are negative.
      if (text[at] < ' ' || text[at] == '\\') {
        throw new UnusualForm();
      }
      at++;
    }
    at++;
    return start;
  }

  /** Skips a text, a number or a word. */
  void scalar() throws UnusualForm {
    switch (text[at]) {
      case '"' -> skipText();
      case 't' -> skipWord("true");
      case 'f' -> skipWord("false");
      case 'n' -> skipWord("null");
      default -> skipNumber();
    }
  }

  private void skipText() throws UnusualForm {
    at++;
    while (text[at] != '"') {
      if (text[at] < ' ') {
        throw new UnusualForm();
      }
      if (text[at] == '\\') {
        skipEscape();
      }
      at++;
    }
    at++;
  }

  /** Skips an escape up to its last letter. */
  private void skipEscape() throws UnusualForm {
    byte letter = text[++at];
    if (letter == 'u') {
      for (int digits = 0; digits < 4; digits++) {
        if (Character.digit(text[++at], 16) < 0) {
          throw new UnusualForm();
        }
      }
    } else if ("\"\\bfnrt".indexOf(letter) < 0) {
      throw new UnusualForm();
    }
  }

  private void skipWord(String word) throws UnusualForm {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  /** Skips a number that is short enough to be finite. */
  private void skipNumber() throws UnusualForm {
    int start = at;
    if (text[at] == '-') {
      at++;
    }
    int whole = at;
    skipDigits();
    if (text[whole] == '0' && at > whole + 1) {
      throw new UnusualForm();
    }
    if (isNext('.')) {
      skipDigits();
    }
    if (at - start > MAX_NUMBER_LENGTH) {
      throw new UnusualForm();
    }
  }

  private void skipDigits() throws UnusualForm {
    int start = at;
    while (text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw new UnusualForm();
    }
  }

  /** Skips a mark, if it is next. */
  boolean isNext(char mark) {
    boolean found = text[at] == mark;
    if (found) {
      at++;
    }
    return found;
  }

  /** Skips a mark. */
  void expect(char mark) throws UnusualForm {
    if (text[at++] != mark) {
      throw new UnusualForm();
    }
  }
}
