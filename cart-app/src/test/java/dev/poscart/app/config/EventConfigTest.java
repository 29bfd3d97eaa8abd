package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.http.PublisherConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventConfigTest {

  @Test
  void byDefault_eventsWait_andTheDemoStoresKeyIsPublic() {
    EventConfig events = ServiceConfig.read(Map.of()).events();
    assertThat(events.publisher()).isEmpty();
    assertThat(events.interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(events.reviveEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(events.rules().maxFailures()).isEqualTo(100);
    assertThat(events.rules().maxRepublications()).isEqualTo(5);
    assertThat(events.rules().acknowledgeWithin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(events.notifyKey()).contains("test-api-key-for-development-only");
    assertThat(events.toString()).doesNotContain("test-api-key");
  }

  @Test
  void everyVariable_isRead() {
    EventConfig events =
        ServiceConfig.read(
                Map.of(
                    Variable.STORE_PROFILE, "shop.json",
                    Variable.DAPR_HTTP_ENDPOINT, "http://localhost:3500",
                    Variable.PUBSUB_TIMEOUT_SECONDS, "2",
                    Variable.PUBSUB_INTERVAL_SECONDS, "0.5",
                    Variable.PUBSUB_MAX_FAILURES, "7",
                    Variable.PUBSUB_REVIVE_SECONDS, "60",
                    Variable.UNDELIVERED_CHECK_INTERVAL_IN_MINUTES, "10",
                    Variable.PUBSUB_MAX_REPUBLICATIONS, "0",
                    Variable.PUBSUB_NOTIFY_API_KEY, "our-own-and-long"))
            .events();
    assertThat(events.publisher())
        .contains(
            new PublisherConfig(
                URI.create(
                    "http://localhost:3500/v1.0/publish/pubsub-tranlog-report/topic-tranlog"),
                Duration.ofSeconds(2),
                32));
    assertThat(events.rules().lease()).isEqualTo(Duration.ofSeconds(34));
    assertThat(events.interval()).isEqualTo(Duration.ofMillis(500));
    assertThat(events.rules().maxFailures()).isEqualTo(7);
    assertThat(events.reviveEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(events.rules().acknowledgeWithin()).isEqualTo(Duration.ofMinutes(10));
    assertThat(events.rules().maxRepublications()).isZero();
    assertThat(events.notifyKey()).contains("our-own-and-long");
  }

  @Test
  void ownAddress_overridesTheSidecar() {
    EventConfig events =
        ServiceConfig.read(
                Map.of(
                    Variable.PUBSUB_URL, "https://broker/in?topic=sales",
                    Variable.DAPR_HTTP_ENDPOINT, "http://localhost:3500"))
            .events();
    assertThat(events.publisher().map(PublisherConfig::topic))
        .contains(URI.create("https://broker/in?topic=sales"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:3500", "ftp://broker", "http://", "http://a b"})
  void invalidAddress_isRefused(String address) {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.DAPR_HTTP_ENDPOINT, address)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("DAPR_HTTP_ENDPOINT")
        .hasMessageContaining(address)
        .hasMessageContaining("http://localhost:3500");
  }

  @Test
  void d6_outsideTheDemoStore_thereIsNoDefaultKey() {
    assertThat(ServiceConfig.read(Map.of(Variable.STORE_PROFILE, "shop.json")).events().notifyKey())
        .isEmpty();
    assertThatThrownBy(
            () ->
                ServiceConfig.read(
                    Map.of(
                        Variable.STORE_PROFILE,
                        "shop.json",
                        Variable.PUBSUB_NOTIFY_API_KEY,
                        "test-api-key-for-development-only")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("PUBSUB_NOTIFY_API_KEY");
  }

  @Test
  void shortNotifyKey_isRefused_withoutPrintingIt() {
    assertThatThrownBy(
            () ->
                ServiceConfig.read(
                    Map.of(
                        Variable.STORE_PROFILE, "shop.json",
                        Variable.PUBSUB_NOTIFY_API_KEY, "secret-15-chars")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("PUBSUB_NOTIFY_API_KEY: 15 characters (expected: at least 16, random)");
  }
}
