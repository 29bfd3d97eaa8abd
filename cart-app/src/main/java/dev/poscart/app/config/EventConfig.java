package dev.poscart.app.config;

import dev.poscart.adapters.http.PublisherConfig;
import dev.poscart.domain.usecase.delivery.DeliveryRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How events are published and acknowledged.
 *
 * @param publisher empty: events stay in the outbox
 * @param interval time between searches for events that are due; each closing starts one as well
 * @param reviveEvery time between retries of events that were parked before they were ever
 *     published; each start retries them as well
 * @param notifyKey API key with which peer services acknowledge events; empty: no API key is
 *     accepted
 */
public record EventConfig(
    Optional<PublisherConfig> publisher,
    DeliveryRules rules,
    Duration interval,
    Duration reviveEvery,
    Optional<String> notifyKey) {

  private static final String PUBLIC_KEY = "test-api-key-for-development-only";

  /** Omits the API key, since the text may be logged. */
  @Override
  public String toString() {
    return "EventConfig[publisher=" + publisher + ", rules=" + rules + "]";
  }

  static EventConfig read(VariableReader variables, boolean demo) {
    Duration deadline = variables.seconds(Variable.PUBSUB_TIMEOUT_SECONDS);
    DeliveryRules defaults = DeliveryRules.DEFAULT;
    DeliveryRules rules =
        new DeliveryRules(
            defaults.batch(),
            deadline.multipliedBy(2).plus(Duration.ofSeconds(30)),
            defaults.firstDelay(),
            defaults.maxDelay(),
            variables.integer(Variable.PUBSUB_MAX_FAILURES),
            Duration.ofMinutes(variables.integer(Variable.UNDELIVERED_CHECK_INTERVAL_IN_MINUTES)),
            variables.integer(Variable.PUBSUB_MAX_REPUBLICATIONS));
    return new EventConfig(
        topic(variables).map(topic -> new PublisherConfig(topic, deadline, rules.batch())),
        rules,
        variables.seconds(Variable.PUBSUB_INTERVAL_SECONDS),
        variables.seconds(Variable.PUBSUB_REVIVE_SECONDS),
        notifyKey(variables, demo));
  }

  private static Optional<URI> topic(VariableReader variables) {
    Optional<URI> sidecar = DaprSidecar.read(variables);
    return AddressValues.http(variables, Variable.PUBSUB_URL)
        .or(() -> sidecar.map(PublisherConfig::daprTopic));
  }

  private static Optional<String> notifyKey(VariableReader variables, boolean demo) {
    Optional<String> given = variables.optional(Variable.PUBSUB_NOTIFY_API_KEY);
    if (demo) {
      return given.or(() -> Optional.of(PUBLIC_KEY));
    }
    if (given.equals(Optional.of(PUBLIC_KEY))) {
      throw new ConfigurationException(
          "PUBSUB_NOTIFY_API_KEY: the public development key (expected: a key of your own)");
    }
    return KeyValues.optional(variables, Variable.PUBSUB_NOTIFY_API_KEY);
  }
}
