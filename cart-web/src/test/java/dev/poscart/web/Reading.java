package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An answer as received. */
record Reading(int status, HttpHeaders headers, String body) {

  /** Keeps the order of keys and the notation of numbers. */
  static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  Reading(HttpResponse<String> response) {
    this(response.statusCode(), response.headers(), response.body());
  }

  JsonNode json() {
    try {
      return EXACT.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  JsonNode at(String pointer) {
    return json().at(pointer);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("(none)");
  }

  Reading expect(int expectedStatus) {
    assertThat(status).as(body).isEqualTo(expectedStatus);
    return this;
  }

  /** Expects an error in the error envelope. */
  Reading expectError(int expectedStatus, String userCode) {
    expect(expectedStatus);
    assertThat(at("/success").booleanValue()).isFalse();
    assertThat(at("/code").intValue()).isEqualTo(expectedStatus);
    assertThat(at("/user_error/code").textValue()).as(body).isEqualTo(userCode);
    return this;
  }
}
