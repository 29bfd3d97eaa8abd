package dev.poscart.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A request with a valid body, any field of which can be replaced by an invalid value. */
record BodyTemplate(WireRequest request, boolean list, boolean bodyRequired, List<Field> fields) {

  private static final String ANY_JUNK =
      "[] {} [[[]]] NaN -NaN Infinity -Infinity nul True undefined 'a' 0x1F .5 01 1. 1e +1 - \"";

  private static final String NO_NUMBER =
      ANY_JUNK
          + " \"abc\" \"\" \"1\u00a02\" \"\uff11\uff12\" \"0x10\" \"1,000\" \"NaN\" \"\\ud800\" 1e999999999"
          + " 99999999999999999999999 \"1e999999999\" 1e308 -1 -0.01 0.001 1e-999999999";

  /** Invalid values for a kind of field. */
  enum Kind {
    QUANTITY(NO_NUMBER + " 0 1.5 10000 \"1e1\" false 2147483648 1e10"),
    TYPE(NO_NUMBER + " 0 102 201 301 1.5 true \"102\""),
    PRICE(NO_NUMBER + " 1000000000"),
    AMOUNT(NO_NUMBER + " 0 false 1000000000000"),
    TEXT(
        ANY_JUNK
            + " 1 1.5 true \"\\ud800\" \"\\udc00x\" \"\\x\" \"\\u12\" \""
            + "x".repeat(1_001)
            + "\""),
    LIST("{} 1 true \"[]\" [1] [[]] [{}] [null] [\"x\"] [{\"lineNo\":1}] [,] [1,]"),
    CHOICE(ANY_JUNK + " 1 \"\" \"discountamount\" \"Received\" \"x\" null");

    final String junk;

    Kind(String junk) {
      this.junk = junk;
    }
  }

  /** A field of a body, with a valid value as JSON. */
  record Field(String name, Kind kind, String good, boolean required) {}

  String body(int replaced, String value) {
    String object =
        IntStream.range(0, fields.size())
            .mapToObj(
                i ->
                    "\""
                        + fields.get(i).name()
                        + "\":"
                        + (i == replaced ? value : fields.get(i).good()))
            .collect(Collectors.joining(",", "{", "}"));
    return list ? "[" + object + "]" : object;
  }

  String good() {
    return body(-1, "");
  }
}
