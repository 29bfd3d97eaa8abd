package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints of JSON values, by hand and at random. */
class FingerprintRulesTest {

  private static final Route ROUTE = route(HandlerType.POST, "/a/{x}");

  private static final String LOOK_ALIKES =
      """
      1
      "1"
      [1]
      [[1]]
      []
      [[]]
      {}
      [{}]
      true
      false
      "true"
      [null]
      "null"
      ""
      [""]
      [1,2]
      [2,1]
      [12]
      ["1","2"]
      ["1,2"]
      {"a":1}
      {"a":[1]}
      {"a":{}}
      {"a":null}
      {"b":1}
      {"a":1,"b":2}
      {"a":2,"b":1}
      {"a":{"b":1}}
      [{"a":1},{"b":2}]
      [{"a":1,"b":2}]
      {"ab":1}
      {"a":"b1"}
      ["t1:1"]
      "\\u0000"
      """;

  private final long seed = Long.getLong("poscart.seed", 20_261_128L);
  private final Random random = new Random(seed);

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1, 1e0",
    "1, 0.1E+1",
    "-1, -10e-1",
    "0, -0",
    "0, 0.00e99999999999999999999",
    "100, 1e2",
    "1e999999999, 10E999999998",
    "1e99999999999999999999, 0.1e100000000000000000000",
    "1e-99999999999999999999, 100e-100000000000000000001",
    "12345678901234567890.1, 1234567890123456789.01e1"
  })
  void equalNumbers_haveTheSameFingerprint(String one, String other) {
    assertThat(fingerprint(one)).isEqualTo(fingerprint(other));
  }

  @ParameterizedTest
  @CsvSource({
    "1, -1",
    "1, 10",
    "1e999999999, 1e999999998",
    "1e99999999999999999999, 1e99999999999999999998",
    "0.1, 0.10000000000000000001"
  })
  void differentNumbers_haveDifferentFingerprints(String one, String other) {
    assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
  }

  @Test
  void similarValues_haveDifferentFingerprints() {
    Set<String> fingerprints = new HashSet<>();
    LOOK_ALIKES
        .lines()
        .forEach(value -> assertThat(fingerprints.add(fingerprint(value))).as(value).isTrue());
  }

  @Test
  void methodRouteAndPath_matter() {
    Optional<Json> none = Optional.empty();
    assertThat(
            List.of(
                value(ROUTE, Map.of("x", "1"), none),
                value(ROUTE, Map.of("x", "2"), none),
                value(ROUTE, Map.of("y", "1"), none),
                value(route(HandlerType.PATCH, "/a/{x}"), Map.of("x", "1"), none),
                value(route(HandlerType.POST, "/a/{x}/b"), Map.of("x", "1"), none)))
        .doesNotHaveDuplicates()
        .allSatisfy(fingerprint -> assertThat(fingerprint).matches("v2:[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}"})
  void duplicateName_isRefusedBeforeTheComparison(String body) {
    assertThat(catchThrowable(() -> read(body))).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void anyValue_inAnyNotation_hasOneFingerprint_unlikeOtherValues() {
    Map<String, String> byCanonicalForm = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      Json value = value(4);
      String spelt = spell(value);
      String again = spell(value);
      assertThat(fingerprint(spelt))
          .as("seed %d: %s %s", seed, spelt, again)
          .isEqualTo(fingerprint(again));
      // Numbers of these values have one notation each.
      byCanonicalForm.merge(
          fingerprint(spelt),
          sorted(value).toString(),
          (one, other) -> {
            assertThat(one).as("seed %d", seed).isEqualTo(other);
            return one;
          });
    }
    assertThat(byCanonicalForm.size()).isGreaterThan(900);
  }

  private Json value(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> new Json.Num(String.valueOf(random.nextInt(40) - 20));
      case 1 ->
          new Json.Text(List.of("", "a", "A", "1", "日", "\"", "\\", "🍎").get(random.nextInt(8)));
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> new Json.Null();
      case 4 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(depth - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> {
        Map<String, Json> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put(List.of("a", "b", "ab", "", "é").get(random.nextInt(5)), value(depth - 1));
        }
        yield new Json.Obj(fields);
      }
    };
  }

  private static Json sorted(Json value) {
    if (value instanceof Json.Obj object) {
      Map<String, Json> fields = new TreeMap<>();
      object.fields().forEach((name, field) -> fields.put(name, sorted(field)));
      return new Json.Obj(fields);
    }
    return value instanceof Json.Arr array
        ? new Json.Arr(array.elements().stream().map(FingerprintRulesTest::sorted).toList())
        : value;
  }

  /** The value in one of its notations. */
  private String spell(Json value) {
    if (value instanceof Json.Obj object) {
      List<String> fields = new ArrayList<>();
      object
          .fields()
          .forEach((name, field) -> fields.add(spell(name) + space() + ":" + spell(field)));
      Collections.shuffle(fields, random);
      return "{" + space() + String.join("," + space(), fields) + "}";
    }
    if (value instanceof Json.Arr array) {
      return "["
          + space()
          + String.join("," + space(), array.elements().stream().map(this::spell).toList())
          + "]";
    }
    if (value instanceof Json.Text text) {
      return spell(text.value());
    }
    if (value instanceof Json.Num number) {
      return number.spelling()
          + List.of("", ".0", ".00", "e0", "E+0", ".0e-0").get(random.nextInt(6));
    }
    return value instanceof Json.Bool bool ? String.valueOf(bool.value()) : "null";
  }

  private String spell(String text) {
    StringBuilder spelt = new StringBuilder("\"");
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter -> {
              boolean escaped = "\"\\".contains(letter) || random.nextBoolean();
              spelt.append(escaped ? escape(letter) : letter);
            });
    return spelt.append('"').toString();
  }

  private static String escape(String letter) {
    return letter.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private String space() {
    return List.of("", " ", "\n", "\t\r\n ").get(random.nextInt(4));
  }

  private static String fingerprint(String json) {
    return value(ROUTE, Map.of("x", "1"), Optional.of(read("[" + json + "]")));
  }

  private static Json read(String json) {
    return new JsonReader(bytes -> true).read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static String value(Route route, Map<String, String> path, Optional<Json> body) {
    ReceivedBody received = ReceivedBody.of(new byte[0], ReceivedJson.of(body));
    return FingerprintRules.of(route, path, received, "/a/1").value();
  }

  private static Route route(HandlerType method, String path) {
    return new Route(method, path, Route.Body.PAYLOAD, request -> new CompletableFuture<>());
  }
}
