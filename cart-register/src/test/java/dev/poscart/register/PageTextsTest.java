package dev.poscart.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages, in both languages. */
class PageTextsTest {

  private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*'([a-zA-Z.-]+)'");
  private static final Pattern HELP = Pattern.compile("'(help\\.[a-zA-Z]+)'");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  @ParameterizedTest
  @ValueSource(strings = {"page", "ops"})
  void keys_areTheSameInBothLanguages_inTheSameOrder(String page) {
    JsonNode japanese = texts(page, "ja.json");
    JsonNode english = texts(page, "en.json");
    assertThat(japanese.properties().stream().map(entry -> entry.getKey()))
        .containsExactlyElementsOf(
            english.properties().stream().map(entry -> entry.getKey()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "ops"})
  void texts_nameTheSameValuesInBothLanguages(String page) {
    JsonNode japanese = texts(page, "ja.json");
    JsonNode english = texts(page, "en.json");
    japanese
        .properties()
        .forEach(
            entry ->
                assertThat(values(entry.getValue().textValue()))
                    .as(entry.getKey())
                    .isEqualTo(values(english.path(entry.getKey()).textValue())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "ops"})
  void everyKeyInTheCode_hasAText(String page) {
    JsonNode japanese = texts(page, "ja.json");
    assertThat(
            PackagedFiles.below(page).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".js")))
        .allSatisfy(
            file ->
                assertThat(keys(new String(file.getValue(), StandardCharsets.UTF_8)))
                    .as(file.getKey())
                    .allSatisfy(key -> assertThat(japanese.path(key).isTextual()).isTrue()));
  }

  private static Stream<String> keys(String code) {
    return Stream.of(KEY, HELP)
        .flatMap(pattern -> pattern.matcher(code).results())
        .map(found -> found.group(1))
        // Followed by a value: one of several keys.
        .filter(key -> !key.endsWith("."));
  }

  private static Set<String> values(String text) {
    Set<String> found = new TreeSet<>();
    VALUE.matcher(text).results().forEach(result -> found.add(result.group()));
    return found;
  }

  private static JsonNode texts(String page, String name) {
    try {
      return JsonMapper.builder().build().readTree(PackagedFiles.below(page).get(name));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
