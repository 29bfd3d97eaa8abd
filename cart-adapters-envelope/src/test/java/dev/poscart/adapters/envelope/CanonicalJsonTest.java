package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {

  private static final int DOCUMENTS = 2_000;
  private static final int NUMBERS = 20_000;

  static List<JsonNode> numbers() {
    return Vectors.list("canonical-scalars", "numbers");
  }

  static List<JsonNode> strings() {
    return Vectors.list("canonical-scalars", "strings");
  }

  static List<JsonNode> objects() {
    return Vectors.list("canonical-scalars", "objects");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void number_isWrittenAsPythonDoes(JsonNode vector) throws Exception {
    String sent = vector.path("in").asText();
    if (vector.path("out").asText().equals("Infinity")) {
      assertThatThrownBy(() -> canonical(sent))
          .isInstanceOf(MalformedEnvelopeException.class)
          .hasMessage("envelope: an infinite number (expected: a finite one)");
    } else {
      assertThat(canonical(sent)).isEqualTo(vector.path("out").asText());
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void string_isWrittenAsPythonDoes(JsonNode vector) throws Exception {
    assertThat(canonical(vector.path("inJson").asText())).isEqualTo(vector.path("out").asText());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void object_isWrittenAsPythonDoes(JsonNode vector) throws Exception {
    assertThat(canonical(vector.path("inText").asText())).isEqualTo(vector.path("out").asText());
  }

  @Test
  void emptyObjectsAndArrays_areWrittenAsPythonDoes() throws Exception {
    assertThat(canonical(" { \"a\" : { } , \"b\" : [ ] } ")).isEqualTo("{\"a\":{},\"b\":[]}");
  }

  @Test
  void anyJson_isWrittenAsByASecondImplementation() {
    Seeds.each(
        DOCUMENTS,
        seed -> {
          RandomJson json = new RandomJson(new Random(seed));
          Object tree = json.value(4);
          String sent = json.spelled(tree);
          assertThat(canonical(sent)).as(sent).isEqualTo(OtherCanonicalJson.of(tree));
        });
  }

  @Test
  void anyFiniteNumber_isWrittenAsByASecondImplementation() {
    Random random = new Random(1);
    for (int i = 0; i < NUMBERS; i++) {
      double number = RandomJson.finite(random);
      assertThat(FloatText.of(number)).isEqualTo(OtherCanonicalJson.number(number));
    }
  }

  private static String canonical(String json) throws MalformedEnvelopeException {
    return CanonicalJson.of(JsonTree.parse(json)).toString();
  }
}
