package dev.poscart.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of texts meant for people. */
enum Language {
  JAPANESE,
  ENGLISH;

  private static final List<Locale> OFFERED = List.of(Locale.JAPANESE, Locale.ENGLISH);

  /** The preferred one of an Accept-Language header; Japanese if it prefers neither. */
  static Language of(Optional<String> acceptLanguage) {
    return acceptLanguage.map(Language::preferred).orElse(JAPANESE);
  }

  private static Language preferred(String acceptLanguage) {
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
      return Locale.ENGLISH.equals(found) ? ENGLISH : JAPANESE;
    } catch (IllegalArgumentException malformed) {
      return JAPANESE;
    }
  }
}
