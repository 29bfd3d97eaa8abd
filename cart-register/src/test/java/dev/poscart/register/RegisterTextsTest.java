package dev.poscart.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the page, in both languages. */
class RegisterTextsTest {

  private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*'([a-zA-Z.-]+)'");
  private static final Pattern HELP = Pattern.compile("'(help\\.[a-zA-Z]+)'");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  private final SortedMap<String, byte[]> files = PackagedFiles.below("page");
  private final JsonNode japanese = texts("ja.json");
  private final JsonNode english = texts("en.json");

  @Test
  void keys_areTheSameInBothLanguages_inTheSameOrder() {
    assertThat(japanese.properties().stream().map(entry -> entry.getKey()))
        .containsExactlyElementsOf(
            english.properties().stream().map(entry -> entry.getKey()).toList());
  }

  @Test
  void texts_nameTheSameValuesInBothLanguages() {
    japanese
        .properties()
        .forEach(
            entry ->
                assertThat(values(entry.getValue().textValue()))
                    .as(entry.getKey())
                    .isEqualTo(values(english.path(entry.getKey()).textValue())));
  }

  @Test
  void everyKeyInTheCode_hasAText() {
    assertThat(files.entrySet().stream().filter(file -> file.getKey().endsWith(".js")))
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

  private JsonNode texts(String name) {
    try {
      return JsonMapper.builder().build().readTree(files.get(name));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }
}
