package dev.poscart.adapters.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The test vectors, all of which were computed with Python. */
final class Vectors {

  /** A moment after all of them were issued. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-30T02:00:00Z"), ZoneOffset.UTC);

  private Vectors() {}

  static JsonNode file(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("carried-" + name + ".json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The elements of one list, each with its name first. */
  static List<JsonNode> list(String file, String list) {
    return StreamSupport.stream(file(file).path(list).spliterator(), false).toList();
  }

  static JsonNode envelope(String name) {
    return list("envelopes", "vectors").stream()
        .filter(each -> each.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static CartEnvelopes envelopes(String keyRing) {
    KeyRing keys = ring(keyRing);
    return new CartEnvelopes(() -> keys, Optional.empty(), CLOCK, SnapshotObserver.NONE);
  }

  /** The text of an envelope that was signed, canonicalised from its tree. */
  static SignedText signedText(SignedEnvelope envelope) throws MalformedEnvelopeException {
    return signedText(envelope, CanonicalJson.of(envelope.document()).toString());
  }

  /** The same with another document. */
  static SignedText signedText(SignedEnvelope envelope, String document) {
    return envelope.header().signed(envelope.name(), bytes(document));
  }

  /** A text that is signed as a whole. */
  static SignedText whole(String canonical) {
    return new SignedText(bytes(""), bytes(canonical), bytes(""));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  static KeyRing ring(String text) {
    try {
      return KeyRing.read(text, false);
    } catch (WrongKeysException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
