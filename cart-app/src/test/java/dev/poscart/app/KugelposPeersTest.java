package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.PeerGate.Failure;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day among kugelpos's services, each of which checks what it receives and fails in turn. */
@Slow
class KugelposPeersTest extends KugelposShopFixture {

  private static final String TEA = "4901000000011";
  private static final String BREAD = "4901000000134";

  private final List<String> sold = new ArrayList<>();

  @Override
  Map<Variable, String> settings() {
    return Map.of(Variable.NEIGHBOUR_TIMEOUT_SECONDS, "0.5");
  }

  @Test
  void callsOfASale_areThoseThatTheGuideLists() throws IOException {
    sell();
    // The terminal and its store; settings, promotions, three payment methods and the item.
    assertThat(kugelpos.terminalService.gate.requests).hasValue(2);
    assertThat(kugelpos.masterData.gate.requests).hasValue(6);

    sell();
    sell();
    assertThat(kugelpos.terminalService.gate.requests).hasValue(2);
    assertThat(kugelpos.masterData.gate.requests).hasValue(6);
    allEventsArrive();
    assertThat(events(sold)).as("each event is published once").hasSize(3);
    noPeerIsSurprised();
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void terminalServiceThatFails_stopsOnlyTerminalsThatHaveNotBeenSeen(Failure how)
      throws IOException {
    sell();
    kugelpos.terminalService.gate.fail(how);

    sell();
    TestTill unseen = till("2102-1");
    assertThat(unseen.post("/carts", "{}").status()).isEqualTo(503);

    kugelpos.terminalService.gate.heal();
    Await.until("the terminal is let in", () -> unseen.post("/carts", "{}").status() == 201);
    allEventsArrive();
    noPeerIsSurprised();
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void masterDataServiceThatFails_stopsOnlyItemsThatHaveNotBeenSold(Failure how)
      throws IOException {
    sell();
    kugelpos.masterData.gate.fail(how);

    sell();
    TestTill till = till("2101-1");
    String cart = till.createCart();
    assertThat(till.add(cart, BREAD, 1).status()).isEqualTo(503);
    assertThat(expect(200, till.cart(cart)).data().path("lineItems")).isEmpty();

    kugelpos.masterData.gate.heal();
    Await.until("the item is found", () -> till.add(cart, BREAD, 1).status() == 200);
    allEventsArrive();
    noPeerIsSurprised();
  }

  /** A wrong page with status 200 is a publication to be acknowledged, and otherwise repeated. */
  @ParameterizedTest
  @EnumSource(names = {"DOWN", "SLOW"})
  void sidecarThatFails_delaysEvents_andNoSale(Failure how) throws IOException {
    sell();
    kugelpos.sidecar.gate.fail(how);

    sell();
    sell();
    JsonNode health = TestTill.json(shop.send("GET", "/health", Optional.empty()).body());
    assertThat(health.path("checks").has("dapr_pubsub_tranlog")).isTrue();

    kugelpos.sidecar.gate.heal();
    allEventsArrive();
    noPeerIsSurprised();
    assertThat(kugelpos.problemsOfKugelpos()).isEmpty();
  }

  private void sell() throws IOException {
    TestTill till = till("2101-1");
    String cart = till.createCart();
    expect(200, till.add(cart, TEA, 1));
    expect(200, till.subtotal(cart));
    expect(200, till.pay(cart, "01", "150"));
    sold.add(expect(200, till.bill(cart)).data().path("transactionNo").asText());
  }

  private void allEventsArrive() {
    Await.until("the events of " + sold, () -> Set.copyOf(events(sold)), Set.copyOf(sold)::equals);
  }

  /** The numbers of those events that were published, in that order. */
  private List<String> events(List<String> numbers) {
    return kugelpos.sidecar.published.stream()
        .map(TestTill::json)
        .map(event -> event.has("data") ? event.path("data") : event)
        .filter(event -> event.path("store_code").asText().equals("2101"))
        .filter(event -> event.path("terminal_no").asInt() == 1)
        .map(event -> event.path("transaction_no").asText())
        .filter(numbers::contains)
        .toList();
  }

  private void noPeerIsSurprised() {
    assertThat(kugelpos.terminalService.gate.unexpected).isEmpty();
    assertThat(kugelpos.masterData.gate.unexpected).isEmpty();
    assertThat(kugelpos.sidecar.gate.unexpected).isEmpty();
  }
}
