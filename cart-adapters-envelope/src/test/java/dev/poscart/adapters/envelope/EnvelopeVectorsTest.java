package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeVectorsTest {

  private static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);
  private static final CartId CART = new CartId("3f0c7e2a-9d41-4b6e-8a55-0c1d2e3f4a5b");

  static List<JsonNode> envelopes() {
    return Vectors.list("envelopes", "vectors");
  }

  /** Without the one that is shortened for print: its lines have no master data. */
  static List<JsonNode> wholeEnvelopes() {
    return envelopes().stream()
        .filter(each -> !each.path("name").asText().equals("worked-example"))
        .toList();
  }

  static List<JsonNode> verifications() {
    return Vectors.list("verification", "cases");
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void signedText_andSignature_areThoseOfPython(JsonNode vector) throws Exception {
    SignedEnvelope envelope = SignedEnvelope.parse(vector.path("wireEnvelopeText").asText());
    SignedText signedText = Vectors.signedText(envelope);

    assertThat(signedText).hasToString(vector.path("canonical").asText());
    SnapshotKey key =
        Vectors.ring(vector.path("keyRing").asText())
            .verifying(vector.path("kid").asText(), "A1234", Vectors.CLOCK.instant())
            .orElseThrow();
    assertThat(key.sign(signedText)).isEqualTo(vector.path("signature").asText());
  }

  @ParameterizedTest
  @MethodSource("wholeEnvelopes")
  void cart_writtenAgain_isTheSameDocument(JsonNode vector) throws Exception {
    CarriedCart cart = verify(vector);

    String sent =
        CanonicalJson.of(SignedEnvelope.parse(vector.path("wireEnvelopeText").asText()).document())
            .toString();
    CanonicalBytes written = new CanonicalBytes(1_000);
    CartDocumentWriter.write(
        written, cart, cart.cart().lines().stream().map(WrittenLine::of).toList());
    assertThat(written.toString())
        // Our carts do not have these.
        .isEqualTo(sent.replaceAll("\"(entry_date|last_update_date)\":\"[^\"]*\"", "\"$1\":null"));
  }

  @ParameterizedTest
  @MethodSource("verifications")
  void envelope_isAcceptedOrRefusedAsInKugelpos(JsonNode vector) {
    String expected = vector.path("expectCode").asText("accepted");
    switch (vector.path("name").asText()) {
      // These are refused before the envelope is looked at.
      case "terminal-closed", "no-staff" -> assertThat(outcome(vector)).isEqualTo("accepted");
      // The deliberate difference: the numbers are the same.
      case "integer-instead-of-float" -> assertThat(outcome(vector)).isEqualTo("accepted");
      default -> assertThat(outcome(vector)).isEqualTo(expected);
    }
  }

  @Test
  void signedText_ofAFinalizeContext_isThatOfPython() throws Exception {
    JsonNode vector = Vectors.list("finalize-context", "vectors").get(0);
    SignedText canonical =
        Vectors.signedText(SignedEnvelope.parseNumbers(vector.path("wireEnvelopeText").asText()));
    assertThat(canonical).hasToString(vector.path("canonical").asText());
    assertThat(
            Vectors.ring(vector.path("keyRing").asText())
                .signing("A1234", Vectors.CLOCK.instant())
                .orElseThrow()
                .sign(canonical))
        .isEqualTo(vector.path("signature").asText());
  }

  @Test
  void firstVersion_withoutRevision_isRevision0() {
    JsonNode vector =
        verifications().stream()
            .filter(each -> each.path("name").asText().equals("schema-version-1-accepted"))
            .findFirst()
            .orElseThrow();
    assertThat(verify(vector).revision()).isZero();
  }

  private static String outcome(JsonNode vector) {
    try {
      verify(vector);
      return "accepted";
    } catch (CompletionException e) {
      return code(Stages.cause(e)).orElseThrow(() -> e);
    }
  }

  private static Optional<String> code(Throwable failure) {
    return failure instanceof Refused refused
        ? Optional.of(refused.refusal()).map(Refusal::code)
        : Optional.empty();
  }

  private static CarriedCart verify(JsonNode vector) {
    String path = vector.path("pathCartId").asText("same");
    JsonNode envelope = vector.path("wireEnvelopeText");
    return Vectors.envelopes(vector.path("keyRing").asText())
        .verify(
            new SignedSnapshot(envelope.asText()),
            TERMINAL,
            path.equals("same") ? CART : new CartId(path))
        .toCompletableFuture()
        .join();
  }
}
