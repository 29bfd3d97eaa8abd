package dev.poscart.adapters.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where events go.
 *
 * @param topic the address that each event is posted to
 * @param deadline for one event, answer included
 * @param maxInFlight most events on their way at once; one more is refused
 */
public record PublisherConfig(URI topic, Duration deadline, int maxInFlight) {

  private static final String DAPR_TOPIC = "v1.0/publish/pubsub-tranlog-report/topic-tranlog";

  /** Validates. */
  public PublisherConfig {
    String scheme = String.valueOf(topic.getScheme());
    boolean http = scheme.equals("http") || scheme.equals("https");
    if (!http || topic.getHost() == null) {
      throw new IllegalArgumentException("topic: " + topic + " (expected: an http(s) address)");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("deadline: " + deadline + " (expected: > 0)");
    }
    if (maxInFlight < 1) {
      throw new IllegalArgumentException("maxInFlight: " + maxInFlight + " (expected: >= 1)");
    }
  }

  /**
   * The address of the topic behind a Dapr sidecar.
   *
   * @param sidecar such as {@code http://localhost:3500}
   */
  public static URI daprTopic(URI sidecar) {
    String base = sidecar.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + DAPR_TOPIC);
  }
}
