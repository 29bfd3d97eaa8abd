package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.EventConsumer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How peer services acknowledge events. */
class DeliveryStatusRouteTest {

  private static final String ROUTE =
      "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/1/delivery-status";
  private static final String RECEIVED =
      "{\"event_id\":\"event 1\",\"service\":\"report\",\"status\":\"received\",\"message\":null}";

  private final Shop shop = Shop.open();
  private final TestTill report = shop.till("A1234-5678-9", Shop.NOTIFY_KEY);

  @BeforeEach
  void append() {
    Await.result(shop.log.append(TransactionTestData.sale().eventId("event 1").make()));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anAcknowledgement_isStored_andAnsweredInSnakeCase() {
    Reading answer = report.post(ROUTE, RECEIVED).expect(200);

    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"code\":200,\"message\":\"Success to update delivery status\","
                + "\"userError\":null,\"data\":{\"event_id\":\"event 1\",\"service\":\"report\","
                + "\"status\":\"received\",\"success\":true},\"metadata\":null,"
                + "\"operation\":\"notify_delivery_status\"}");
    assertThat(acknowledgement(EventConsumer.REPORT).status())
        .isEqualTo(Acknowledgement.Status.RECEIVED);
  }

  @Test
  void anEventOfTheDesk_isAcknowledgedWhereTheTerminalServiceHasItsRoute() {
    String route = "/api/v1/terminals/A1234-5678-9/delivery-status";
    Reading answer = report.post(route, RECEIVED).expect(200);

    assertThat(answer.at("/message").asText())
        .isEqualTo(
            "Delivery Status Updated. terminal_id: A1234-5678-9, event_id: event 1, service:"
                + " report, status: received");
    assertThat(answer.at("/operation").asText()).isEqualTo("update_delivery_status");
    assertThat(acknowledgement(EventConsumer.REPORT).status())
        .isEqualTo(Acknowledgement.Status.RECEIVED);
    report.post(route.replace("A1234-5678-9", "till"), RECEIVED).expectError(404, "100001");
    report.post(route.replace("A1234", "B5678"), RECEIVED).expectError(404, "404004");
    shop.till().post(route, RECEIVED).expectError(401, "200001");
  }

  @Test
  void aFailure_isStoredWithItsMessage_andRepeatingItChangesNothing() {
    String failed =
        "{\"event_id\":\"event 1\",\"service\":\"stock\",\"status\":\"failed\",\"message\":\"満杯\"}";
    report.post(ROUTE, failed).expect(200);
    report.post(ROUTE, failed).expect(200);

    assertThat(acknowledgement(EventConsumer.STOCK).message()).contains("満杯");
    assertThat(Await.result(shop.log.outbox().find("A1234", "event 1")).orElseThrow().version())
        .isEqualTo(2);
  }

  @Test
  void onlyTheTenantOfThePathMatters() {
    report
        .post("/api/v1/tenants/A1234/stores/x/terminals/y/transactions/z/delivery-status", RECEIVED)
        .expect(200);
    report.post(ROUTE.replace("A1234", "B5678"), RECEIVED).expectError(404, "404004");
  }

  @Test
  void anUnknownEvent_isNotFound() {
    report.post(ROUTE, RECEIVED.replace("event 1", "event 2")).expectError(404, "404004");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event_id\":\"event 1\",\"service\":\"billing\",\"status\":\"received\"}",
        "{\"event_id\":\"event 1\",\"service\":\"Report\",\"status\":\"received\"}",
        "{\"event_id\":\"event 1\",\"service\":\"report\",\"status\":\"delivered\"}",
        "{\"event_id\":\"event 1\",\"service\":\"report\",\"status\":\"pending\"}",
        "{\"event_id\":\"event 1\",\"service\":\"report\"}",
        "{\"eventId\":\"event 1\",\"service\":\"report\",\"status\":\"received\"}",
        "{\"event_id\":1,\"service\":\"report\",\"status\":\"received\"}",
        "{\"event_id\":\"event 1\",\"service\":\"report\",\"status\":\"received\",\"message\":7}",
        "[]",
        "",
      })
  void d6_invalidAcknowledgement_isRefused(String body) {
    Delivery before = delivery();

    report.post(ROUTE, body).expectError(422, "300001");

    assertThat(delivery()).isEqualTo(before);
  }

  @Test
  void acknowledgementWithoutTheKey_isRefused() {
    shop.till("A1234-5678-9", "wrong").post(ROUTE, RECEIVED).expectError(401, "200001");
    shop.till("A1234-5678-9", "key9").post(ROUTE, RECEIVED).expectError(401, "200001");
    report.raw("POST", ROUTE, BodyPublishers.ofString(RECEIVED)).expect(200);
  }

  @Test
  void d4_theKeyOfThePeerServices_opensNoOtherRoute() {
    report.post("/api/v1/carts", "{}").expectError(401, "200001");
    report
        .get("/api/v1/tenants/A1234/stores/5678/terminals/9/transactions")
        .expectError(401, "200001");
    report
        .get("/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/1")
        .expectError(401, "200001");
  }

  @Test
  void aServiceWithAToken_mayAcknowledge() {
    shop.bearer("service-A1234").post(ROUTE, RECEIVED).expect(200);

    assertThat(acknowledgement(EventConsumer.REPORT).status())
        .isEqualTo(Acknowledgement.Status.RECEIVED);
  }

  @Test
  void d6_aServiceOfAnotherTenant_isNotPermitted() {
    Delivery before = delivery();

    shop.bearer("service-B5678").post(ROUTE, RECEIVED).expectError(403, "200002");

    assertThat(delivery()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user-A1234", "till-9", "nonsense"})
  void d4_otherTokens_doNotAcknowledge(String token) {
    shop.bearer(token).post(ROUTE, RECEIVED).expectError(401, "200001");
  }

  @Test
  void anExpiredToken_fallsBackToTheKey() {
    shop.bearer("expired").with("X-API-KEY", Shop.NOTIFY_KEY).post(ROUTE, RECEIVED).expect(200);
  }

  private Acknowledgement acknowledgement(EventConsumer of) {
    return delivery().acknowledgements().getOrDefault(of, Acknowledgement.PENDING);
  }

  private Delivery delivery() {
    return Await.result(shop.log.outbox().find("A1234", "event 1")).orElseThrow().delivery();
  }
}
