package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Carried carts over a slow connection. */
class CompressedCartsTest extends CarriedCartFixture {

  private static final int MAX_BYTES = 4_096;

  @Test
  void answerWithAFullCart_isSmallOnTheWire_andIsSentBackCompressed() throws Exception {
    Poscart service = start(fortyItems(), Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS));
    CarriedTill till = carried(service).open();
    for (int i = 1; i < 40; i++) {
      expect(200, till.add("4900000000%02d".formatted(i), 1));
    }
    String last = "[{\"itemCode\": \"490000000040\", \"quantity\": 1}]";

    HttpResponse<byte[]> answer =
        send(service, till, gzip(CarriedTill.wrapped(till.snapshot(), last)), "gzip");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    String body = gunzip(answer.body());
    assertThat(TestTill.json(body).at("/data/signedSnapshot/cartDocument/line_items")).hasSize(40);
    assertThat(answer.body()).hasSizeLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void answer_isNotCompressed_forAClientThatDoesNotAcceptIt() throws Exception {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    String body = CarriedTill.wrapped(till.snapshot(), "[{\"itemCode\": \"A\", \"quantity\": 1}]");

    HttpResponse<byte[]> answer = send(service, till, gzip(body), "gzip;q=0, br");

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(answer.body(), UTF_8)).startsWith("{\"success\":true");
  }

  @Test
  void bodyThatIsTooLarge_orNotUnderstood_hasKugelposCode_whereCartsTravel() throws Exception {
    Poscart service =
        start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS, Variable.MAX_BODY_BYTES, "12000"));
    CarriedTill till = carried(service).open();
    String large = CarriedTill.wrapped(till.snapshot(), "[\"" + "x".repeat(12_000) + "\"]");

    refused(413, send(service, till, gzip(large), ""));
    refused(400, send(service, till, large.substring(0, 1_000).getBytes(UTF_8), ""));
    refused(413, send(service, till, large.getBytes(UTF_8), ""));
    refused(415, send(service, till, "zstd", gzip("{}"), ""));
  }

  private static void refused(int status, HttpResponse<byte[]> answer) {
    JsonNode body = TestTill.json(new String(answer.body(), UTF_8));
    assertThat(answer.statusCode()).as("%s", body).isEqualTo(status);
    assertThat(body.at("/userError/code").textValue()).isEqualTo("401509");
    assertThat(body.path("user_error")).isEqualTo(body.path("userError"));
  }

  private static HttpResponse<byte[]> send(
      Poscart service, CarriedTill till, byte[] body, String accepted) throws Exception {
    return send(service, till, "gzip", body, accepted);
  }

  private static HttpResponse<byte[]> send(
      Poscart service, CarriedTill till, String coding, byte[] body, String accepted)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:%d/api/v1/carts/%s/lineItems?terminal_id=A1234-5678-9"
                            .formatted(service.port(), till.cartId())))
                .header("X-API-KEY", "key9")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Content-Encoding", coding)
                .header("Accept-Encoding", accepted)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String fortyItems() {
    String items =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                i ->
                    "{\"itemCode\": \"4900000000%02d\", \"description\": \"国産りんごジュース %d 号\", \"unitPrice\": %d, \"categoryCode\": \"C%d\", \"taxCode\": \"12\"},"
                        .formatted(i, i, 90 + 7 * i, i % 4))
            .collect(Collectors.joining());
    return TestShop.profile(9).replace("\"items\": [", "\"items\": [" + items);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String gunzip(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
