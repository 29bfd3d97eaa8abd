package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed bodies. */
class ContentEncodingTest {

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZip", "x-gzip", " gzip ", "gzip,"})
  void gzip_isDecoded(String coding) {
    String cart = till.cart();
    Reading answer = send(cart + "/lineItems", coding, gzip(APPLE)).expect(200);
    assertThat(answer.at("/data/lineItems/0/itemCode").textValue()).isEqualTo("A");
  }

  @Test
  void deflate_isDecoded_withAndWithoutItsWrapper() {
    String items = till.cart() + "/lineItems";
    send(items, "deflate", deflate(APPLE, false)).expect(200);
    send(items, "Deflate", deflate(APPLE, true)).expect(200);
    assertThat(till.get(items.replace("/lineItems", "")).at("/data/lineItems")).hasSize(2);
  }

  @Test
  void brotli_isDecoded() {
    String cart = till.cart();
    // [{"itemCode":"A","quantity":2}]
    byte[] body = Base64.getDecoder().decode("Cw+AW3siaXRlbUNvZGUiOiJBIiwicXVhbnRpdHkiOjJ9XQM=");

    Reading answer = send(cart + "/lineItems", "br", body).expect(200);

    assertThat(answer.at("/data/lineItems/0/quantity").intValue()).isEqualTo(2);
    send(cart + "/lineItems", "br", Arrays.copyOf(body, body.length - 3)).expect(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "", ","})
  void identity_leavesTheBodyUnchanged(String coding) {
    send(till.cart() + "/lineItems", coding, bytes(APPLE)).expect(200);
  }

  @Test
  void severalMembers_areOneBody() {
    byte[] joined = joined(gzip(APPLE.substring(0, 9)), gzip(APPLE.substring(9)));
    send(till.cart() + "/lineItems", "gzip", joined).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "compress, compress",
    "zstd, zstd",
    "'gzip, gzip', 'gzip, gzip'",
    "'gzip,deflate', 'gzip, deflate'",
    "'identity, gzip', 'identity, gzip'",
    "gzip;q=1, gzip;q=1",
    "*, *"
  })
  void otherCodings_andCombinations_areRefused_namingThoseAccepted(String coding, String told) {
    String cart = till.cart();
    Reading answer = send(cart + "/lineItems", coding, gzip(APPLE)).expectError(415, "300001");
    assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip, deflate, br");
    assertThat(answer.at("/message").textValue())
        .isEqualTo(
            "Unsupported Content-Encoding: " + told + " (expected: gzip, deflate or br, once)");
    assertThat(answer.at("/userError")).isEqualTo(answer.at("/user_error"));
    assertThat(till.get(cart).at("/data/lineItems")).isEmpty();
  }

  @Test
  void damagedBody_isInvalid_whereverItIsDamaged() {
    String items = till.cart() + "/lineItems";
    byte[] gzip = gzip(APPLE);
    for (int length = 1; length < gzip.length; length++) {
      send(items, "gzip", Arrays.copyOf(gzip, length)).expectError(422, "300001");
    }
    byte[] deflate = deflate(APPLE, false);
    for (int length = 1; length < deflate.length; length++) {
      send(items, "deflate", Arrays.copyOf(deflate, length)).expectError(422, "300001");
    }
    for (int i = gzip.length - 8; i < gzip.length; i++) {
      byte[] damaged = gzip.clone();
      damaged[i] ^= 1;
      send(items, "gzip", damaged).expectError(422, "300001");
    }
    assertThat(till.get(items.replace("/lineItems", "")).at("/data/lineItems")).isEmpty();
  }

  @Test
  void wronglyEncodedBody_orTrailingData_isInvalid() {
    String items = till.cart() + "/lineItems";
    send(items, "gzip", bytes(APPLE)).expectError(422, "300001");
    send(items, "deflate", bytes(APPLE)).expectError(422, "300001");
    send(items, "gzip", deflate(APPLE, false)).expectError(422, "300001");
    send(items, "deflate", gzip(APPLE)).expectError(422, "300001");
    send(items, "identity", gzip(APPLE)).expectError(422, "300001");
    send(items, "gzip", gzip(new String(gzip(APPLE), StandardCharsets.ISO_8859_1)))
        .expectError(422, "300001");
    for (int junk : new int[] {1, 5, 18, 19, 100, 5_000}) {
      send(items, "gzip", joined(gzip(APPLE), new byte[junk])).expectError(422, "300001");
      send(items, "deflate", joined(deflate(APPLE, false), new byte[junk]))
          .expectError(422, "300001");
    }
    send(items, "deflate", withDictionary()).expectError(422, "300001");
    assertThat(send(items, "gzip", bytes(APPLE)).at("/message").textValue())
        .isEqualTo("Invalid input data: body: Input should be encoded as Content-Encoding says");
  }

  @Test
  void gzipHeader_mayHaveEveryOptionalField() {
    String items = till.cart() + "/lineItems";
    byte[] gzip = gzip(APPLE);
    // All optional fields: three bytes of extra data, a name, a comment, and a checksum of these.
    String optional = "\u0003\u0000xyzname\u0000comment\u0000";
    byte[] header = joined(Arrays.copyOf(gzip, 10), bytes(optional));
    header[3] = 4 + 8 + 16 + 2;
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] checksum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);
    send(items, "gzip", joined(joined(header, checksum), rest)).expect(200);

    checksum[0] ^= 1;
    send(items, "gzip", joined(joined(header, checksum), rest)).expectError(422, "300001");
    byte[] unknownFlag = gzip.clone();
    unknownFlag[3] = 32;
    send(items, "gzip", unknownFlag).expectError(422, "300001");
    byte[] endless = joined(Arrays.copyOf(gzip, 10), bytes("name"));
    endless[3] = 8;
    send(items, "gzip", endless).expectError(422, "300001");
  }

  @Test
  void compressedAndPlain_areTheSameRequestUnderAKey() {
    String cart = till.cart();
    TestTill keyed = till.with("Idempotency-Key", "k");
    Reading first = keyed.post(cart + "/lineItems", APPLE).expect(200);
    Reading again =
        keyed
            .with("Content-Encoding", "gzip")
            .call("POST", cart + "/lineItems", BodyPublishers.ofByteArray(gzip(APPLE)));
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void unreadBody_mayHaveAnyEncoding() {
    String cart = till.cartWithApple();
    send(cart + "/subtotal", "br", bytes("x")).expect(200);
    till.with("Content-Encoding", "br").post(cart + "/resume-item-entry", "").expect(200);
    till.with("Content-Encoding", "br").post(cart + "/park", "").expect(200);
  }

  private Reading send(String path, String coding, byte[] body) {
    return till.with("Content-Encoding", coding)
        .call("POST", path, BodyPublishers.ofByteArray(body));
  }

  private static byte[] gzip(String text) {
    return Packed.gzip(bytes(text));
  }

  private static byte[] deflate(String text, boolean raw) {
    return Packed.deflate(bytes(text), raw);
  }

  /** A preset dictionary that the reader does not have. */
  private static byte[] withDictionary() {
    Deflater deflater = new Deflater();
    deflater.setDictionary(bytes("itemCode"));
    return Packed.deflate(bytes(APPLE), deflater);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] joined = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, joined, one.length, other.length);
    return joined;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
