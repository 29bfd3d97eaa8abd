package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

  private static final String SECRET = "cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";

  static List<JsonNode> cases() {
    return Vectors.list("key-ring", "cases");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keys_areReadOrRefusedAsInKugelpos(JsonNode vector) throws WrongKeysException {
    String spec = vector.path("spec").asText();
    if (vector.path("startup").asText().equals("refuse")) {
      assertThatThrownBy(() -> KeyRing.read(spec, false)).isInstanceOf(WrongKeysException.class);
    } else {
      KeyRing keys = KeyRing.read(spec, false);
      List<String> kids = new ArrayList<>();
      vector.path("kids").forEach(kid -> kids.add(kid.asText()));
      assertThat(keys.kids()).containsExactlyElementsOf(kids);
      assertThat(keys.signing("A1234", Vectors.CLOCK.instant()).orElseThrow().kid())
          .isEqualTo(vector.path("signs").asText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pv1:c2hvcnQta2V5LTE2Ynl0ZQ== | key 'pv1': 16 bytes (expected: at least 32 random bytes)",
        "pv1:*** | key 'pv1': not base64 (expected: base64 with padding)",
        "pv1 | an entry without key id (expected: kid:base64)",
        ", | no key (expected: at least one)",
        "x:" + SECRET + ",x:" + SECRET + " | key id 'x': given twice (expected: once)"
      })
  void refusal_saysWhatIsWrong_andContainsNoKey(String keys, String message) {
    assertThatThrownBy(() -> KeyRing.read(keys, false)).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a3VnZWxwb3MtZGV2LXNuYXBzaG90LWtleS0zMmJ5dGU=",
        "aW50ZWdyYXRpb24tdGVzdC1rZXktMzItYnl0ZXMhISE="
      })
  void publishedKey_isRefused_unlessItIsAllowed(String published) throws WrongKeysException {
    String keys = "mine:" + SECRET + ",dev-v1:" + published;
    assertThatThrownBy(() -> KeyRing.read(keys, false))
        .hasMessageStartingWith("key 'dev-v1': a published key")
        .hasMessageNotContaining(published);
    assertThat(KeyRing.read(keys, true).kids()).containsExactly("mine", "dev-v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE",
        "cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyF="
      })
  void base64ThatOtherServicesRefuse_isRefused(String sloppy) {
    assertThatThrownBy(() -> KeyRing.read("pv1:" + sloppy, false))
        .hasMessage("key 'pv1': not base64 (expected: base64 with padding)");
  }

  @Test
  void text_ofKeys_doesNotRevealThem() throws WrongKeysException {
    KeyRing keys = KeyRing.read("pv1:" + SECRET, false);
    assertThat(keys.toString()).isEqualTo("KeyRing[pv1]");
    assertThat(keys.signing("A1234", Vectors.CLOCK.instant()).orElseThrow().toString())
        .isEqualTo("SnapshotKey[pv1]");
  }
}
