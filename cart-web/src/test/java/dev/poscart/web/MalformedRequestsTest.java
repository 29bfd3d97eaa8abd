package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.RawConnection.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tens of thousands of malformed requests on every route: each is answered with 4xx and a code, and
 * changes nothing. A failure names the seed; {@code -Dposcart.seed=N} repeats it.
 */
@Slow
class MalformedRequestsTest {

  private static final int BODIES = 13_500;
  private static final int TARGETS = 3_500;
  private static final int HEADS = 3_000;
  private static final int FRAMES = 1_000;

  private static final Set<String> CODES =
      Set.of(
          "401002", "402001", "402002", "402003", "402005", "403001", "403002", "403003", "403004",
          "403005", "403006", "404001", "404002", "404004", "100000", "100001", "200001", "200002",
          "300001", "300004", "300005", "900001");

  private static final Set<String> WITHOUT_ENVELOPE =
      Set.of("{\"detail\":\"Not Found\"}", "{\"detail\":\"Method Not Allowed\"}");

  private final long seed = Long.getLong("poscart.seed", 20_261_124L);
  private final Random random = new Random(seed);

  /** Makes the next bad request. */
  private interface Bad {
    WireRequest next();
  }

  @Test
  void malformedBody_isRefused_andChangesNothing() throws IOException {
    send(BODIES, (shop, randomness) -> new BadBodies(shop, randomness)::next);
  }

  @Test
  void wrongTarget_isRefused_andChangesNothing() throws IOException {
    send(TARGETS, (shop, randomness) -> new BadTargets(shop, randomness)::next);
  }

  @Test
  void wrongParameterOrHeader_isRefused_andChangesNothing() throws IOException {
    send(HEADS, (shop, randomness) -> new BadHeads(shop, randomness)::next);
  }

  @Test
  void malformedHttp_isRefused_andChangesNothing() throws IOException {
    send(FRAMES, (shop, randomness) -> new BadFraming(shop, randomness)::next);
  }

  private interface Source {
    Bad of(StockedShop shop, Random random);
  }

  private void send(int requests, Source source) throws IOException {
    try (Shop open = Shop.open();
        RawConnection connection = new RawConnection(open.server.port())) {
      StockedShop shop = new StockedShop(open);
      List<String> before = shop.everything();
      Bad bad = source.of(shop, random);
      for (int i = 0; i < requests; i++) {
        WireRequest request = bad.next();
        long writes = shop.writes();
        for (RawAnswer answer : answers(connection, request)) {
          check("seed %d, request %d, %s\nanswer: %s".formatted(seed, i, request, answer), answer);
        }
        assertThat(shop.writes())
            .as("changed something: seed %d, request %d, %s", seed, i, request)
            .isEqualTo(writes);
      }
      assertThat(shop.everything()).as("seed %d", seed).isEqualTo(before);
    }
  }

  private List<RawAnswer> answers(RawConnection connection, WireRequest request) {
    try {
      return request.framed()
          ? List.of(connection.call(request.bytes()))
          : connection.callToTheEnd(request.bytes());
    } catch (IOException e) {
      throw new AssertionError("no answer: seed %d, %s".formatted(seed, request), e);
    }
  }

  private static void check(String about, RawAnswer answer) {
    assertThat(answer.status()).as(about).isBetween(400, 499);
    if (WITHOUT_ENVELOPE.contains(answer.body())) {
      assertThat(answer.status()).as(about).isIn(404, 405);
      return;
    }
    JsonNode body = json(about, answer.body());
    assertThat(body.path("success").booleanValue()).as(about).isFalse();
    assertThat(body.path("code").intValue()).as(about).isEqualTo(answer.status());
    assertThat(body.at("/user_error/code").asText()).as(about).isIn(CODES);
  }

  private static JsonNode json(String about, String text) {
    try {
      return Reading.EXACT.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(about, e);
    }
  }
}
