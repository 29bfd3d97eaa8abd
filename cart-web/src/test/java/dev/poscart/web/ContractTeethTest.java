package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.web.Contract.Exchange;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that differs from the document in any one point is detected. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTeethTest {

  private final Shop shop = Shop.open();
  private Exchange good =
      new Exchange("", URI.create("/"), 0, HttpHeaders.of(Map.of(), (n, v) -> true), "");
  private Exchange refused = good;

  @BeforeAll
  void sell() {
    TestTill till = shop.till();
    String cart = till.cartWithApple();
    Reading added =
        till.post(cart + "/lineItems", "[{\"itemCode\":\"J\",\"quantity\":2}]").expect(200);
    good = exchange(cart + "/lineItems", added);
    refused = exchange(cart + "/bill", till.post(cart + "/bill", "").expectError(400, "300004"));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  @Test
  void unalteredAnswers_pass() {
    Contract.checkAnswer(good);
    Contract.checkAnswer(refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"totalAmount\":316.0, ~ ''",
        "\"totalAmount\":316.0 ~ \"totalAmount\":\"316.0\"",
        "\"totalAmount\":316.0 ~ \"totalAmount\":-1.0",
        "\"totalAmount\":316.0 ~ \"totalAmount\":null",
        "\"totalAmount\":316.0 ~ \"totalAmount\":316.0,\"totalCost\":1.0",
        "\"quantity\":2 ~ \"quantity\":2.5",
        "\"quantity\":2 ~ \"quantity\":\"2\"",
        "\"isCancelled\":false ~ \"isCancelled\":0",
        "\"taxType\":\"Internal\" ~ \"taxType\":\"Inner\"",
        "\"cartStatus\":\"EnteringItem\" ~ \"cartStatus\":\"Entering\"",
        "\"businessDate\":null ~ \"businessDate\":\"20251123\"",
        "\"journalText\":null ~ \"journalText\":1",
        "\"name\":\"スタッフ太郎\" ~ \"name\":\"スタッフ太郎\",\"pin\":\"1\"",
        "\"userError\":null ~ \"user_error\":null",
        "\"metadata\":null ~ \"metadata\":{}",
        "\"code\":200 ~ \"code\":201",
        "\"operation\":\"add_items\" ~ \"operation\":\"additems\"",
        "\"success\":true ~ \"success\":false"
      })
  void answerWithAnAlteredBody_isDetected(String from, String to) {
    expectNoticed(withBody(good, from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"code\":\"300004\" ~ \"code\":\"403005\"",
        "\"code\":\"300004\" ~ \"code\":\"999999\"",
        "\"code\":\"300004\" ~ \"code\":300004",
        "\"user_error\" ~ \"userError\"",
        "\"operation\":\"app_exception_handler\" ~ \"operation\":\"bill\"",
        "\"data\":null ~ \"data\":{}",
        "\"data\":null, ~ ''",
      })
  void refusalWithAnAlteredBody_isDetected(String from, String to) {
    expectNoticed(withBody(refused, from, to));
  }

  @Test
  void alteredStatusesTypesAndHeaders_areDetected() {
    expectNoticed(new Exchange("POST", good.uri(), 202, good.headers(), good.body()));
    expectNoticed(new Exchange("POST", refused.uri(), 402, refused.headers(), refused.body()));
    expectNoticed(withHeader("content-type", List.of("text/plain")));
    expectNoticed(withHeader("etag", List.of()));
    expectNoticed(withHeader("etag", List.of("3")));
    expectNoticed(withHeader("cache-control", List.of("max-age=9")));
    expectNoticed(withHeader("x-request-id", List.of()));
    expectNoticed(new Exchange("PUT", good.uri(), good.status(), good.headers(), good.body()));
  }

  private static void expectNoticed(Exchange exchange) {
    assertThatThrownBy(() -> Contract.checkAnswer(exchange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("openapi.yaml");
  }

  private static Exchange withBody(Exchange exchange, String from, String to) {
    assertThat(exchange.body()).contains(from);
    return new Exchange(
        "POST",
        exchange.uri(),
        exchange.status(),
        exchange.headers(),
        exchange.body().replace(from, to));
  }

  private Exchange withHeader(String name, List<String> values) {
    Map<String, List<String>> headers = new HashMap<>(good.headers().map());
    headers.remove(name);
    if (!values.isEmpty()) {
      headers.put(name, values);
    }
    return new Exchange(
        "POST", good.uri(), good.status(), HttpHeaders.of(headers, (n, v) -> true), good.body());
  }

  private static Exchange exchange(String path, Reading answer) {
    return new Exchange("POST", URI.create(path), answer.status(), answer.headers(), answer.body());
  }
}
