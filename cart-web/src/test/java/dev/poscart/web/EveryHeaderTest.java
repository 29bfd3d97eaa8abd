package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.RawConnection.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With any headers, a request is answered, never with 5xx, and the answer has the common headers. A
 * failure names the seed; {@code -Dposcart.seed=N} repeats it.
 */
@Slow
class EveryHeaderTest {

  private static final int REQUESTS = 12_000;

  private static final Map<String, String> OF_EVERY_ANSWER =
      Map.of(
          "X-Request-Id", "[a-z0-9._-]{1,64}",
          "Cache-Control", "no-store|no-cache|(public, )?max-age=\\d+(, immutable)?",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src '(none|self)';.*");

  private final long seed = Long.getLong("poscart.seed", 20_261_128L);

  @Test
  void oddHeaders_onAnyPath_neverCauseAServerError() throws IOException {
    try (Shop open = Shop.open();
        RawConnection connection = new RawConnection(open.server.port())) {
      OddHeaders odd = new OddHeaders(new StockedShop(open), new Random(seed));
      for (int i = 0; i < REQUESTS; i++) {
        WireRequest request = odd.next();
        for (RawAnswer answer : answers(connection, request)) {
          check("seed %d, request %d, %s\nanswer: %s".formatted(seed, i, request, answer), answer);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "--", "x-", "*-", "en-", ";", "en;q=", "\"", ",", "en-US-x-", "\u00ff"})
  void unreadableAcceptLanguage_isIgnored(String language) throws IOException {
    try (Shop open = Shop.open();
        RawConnection connection = new RawConnection(open.server.port())) {
      WireRequest request = WireRequest.of("", "GET", "/api/v1/carts/none", "");
      RawAnswer answer = connection.call(request.with("Accept-Language: " + language).bytes());
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("カートが見つかりません");
      check(language, answer);
    }
  }

  private static List<RawAnswer> answers(RawConnection connection, WireRequest request) {
    try {
      return request.framed()
          ? List.of(connection.call(request.bytes()))
          : connection.callToTheEnd(request.bytes());
    } catch (IOException e) {
      throw new AssertionError("no answer: %s".formatted(request), e);
    }
  }

  private static void check(String about, RawAnswer answer) {
    assertThat(answer.status()).as(about).isBetween(200, 499);
    assertThat(answer.header("Set-Cookie")).as(about).isEmpty();
    OF_EVERY_ANSWER.forEach(
        (name, value) ->
            assertThat(answer.header(name))
                .as(about)
                .hasValueSatisfying(v -> assertThat(v).matches(value)));
  }
}
