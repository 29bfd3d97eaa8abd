package dev.poscart.adapters.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where and how events are published.
 *
 * @param topic URL that events are posted to
 * @param deadline of one event, including the response
 * @param maxInFlight maximum number of events in flight; further ones are refused
 */
public record PublisherConfig(URI topic, Duration deadline, int maxInFlight) {

  private static final String DAPR_TOPIC = "v1.0/publish/pubsub-tranlog-report/topic-tranlog";

  public PublisherConfig {
    String scheme = String.valueOf(topic.getScheme());
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || topic.getHost() == null) {
      throw new IllegalArgumentException("topic: " + topic + " (expected: an http or https URL)");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: > 0)");
    }
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight: " + maxInFlight + " (expected: >= 1)");
    }
  }

  /**
   * The URL of kugelpos's topic at a Dapr sidecar.
   *
   * @param sidecar such as {@code http://localhost:3500}
   */
  public static URI daprTopic(URI sidecar) {
    String base = sidecar.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + DAPR_TOPIC);
  }
}
