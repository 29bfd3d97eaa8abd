package dev.poscart.domain.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * GS1 element strings (GS1 General Specifications, 3 and 7.8): data fields, each preceded by the
 * application identifier that defines its meaning.
 *
 * @param elements the data by identifier; the first one if an identifier is repeated
 */
record ElementString(Map<String, String> elements) {

  static final String GTIN = "01";

  /** As printed below a symbol, with the identifiers in brackets. */
  private static final Pattern BRACKETED =
      Pattern.compile("\\(([0-9]{2,4})\\)(.*?)(?=\\([0-9]{2,4}\\)|$)", Pattern.DOTALL);

  /**
   * An unmistakable start of element strings, for symbols that do not identify themselves as such.
   */
  private static final Pattern GTIN_AND_MORE = Pattern.compile("01[0-9]{14}[0-9]{2}.*");

  /**
   * Parses element strings that contain a GTIN at any position.
   *
   * @return empty if the text is something else
   */
  static Optional<ElementString> read(ScannedText scanned) {
    Optional<Map<String, String>> elements = Optional.empty();
    if (scanned.text().startsWith("(")) {
      elements = bracketed(scanned.text());
    } else if (mayBeRaw(scanned)) {
      elements = raw(scanned.text());
    }
    return elements.filter(found -> found.containsKey(GTIN)).map(ElementString::new);
  }

  /**
   * The first element whose identifier consists of this prefix and one more digit, such as {@code
   * 3103} for {@code 310}.
   */
  Optional<Map.Entry<String, String>> first(String beginning) {
    Stream<Map.Entry<String, String>> all = elements.entrySet().stream();
    return all.filter(element -> element.getKey().matches(beginning + "[0-9]")).findFirst();
  }

  private static Optional<Map<String, String>> bracketed(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    Matcher element = BRACKETED.matcher(text);
    while (element.lookingAt()) {
      elements.putIfAbsent(element.group(1), element.group(2).strip());
      element.region(element.end(), text.length());
    }
    return element.regionStart() == text.length() ? Optional.of(elements) : Optional.empty();
  }

  private static boolean mayBeRaw(ScannedText scanned) {
    String text = scanned.text();
    return scanned.gs1()
        || (GTIN_AND_MORE.matcher(text).matches() && CheckDigit.isRight(text.substring(2, 16)));
  }

  private static Optional<Map<String, String>> raw(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      Optional<ApplicationIdentifier> identifier = ApplicationIdentifier.at(text, at);
      if (identifier.isEmpty()) {
        return Optional.empty();
      }
      int data = at + identifier.get().length();
      int end = identifier.get().end(text, at);
      if (data > end) {
        return Optional.empty();
      }
      elements.putIfAbsent(text.substring(at, data), text.substring(data, end));
      at = end < text.length() && text.charAt(end) == ScannedText.SEPARATOR ? end + 1 : end;
    }
    return Optional.of(elements);
  }
}
