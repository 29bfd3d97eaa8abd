package dev.poscart.adapters.http;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import java.net.URI;
import java.time.Duration;

/**
 * Where and how events are published.
 *
 * @param topic URL that transactions are posted to. If it is {@link #daprTopic}, openings, closings
 *     and cash movements go to topics of their own beside it, else to the same URL
 * @param deadline of one event, including the response
 * @param maxInFlight maximum number of events in flight; further ones are refused
 */
public record PublisherConfig(URI topic, Duration deadline, int maxInFlight) {

  private static final String PUBLISH = "v1.0/publish/";
  private static final String DAPR_TOPIC = PUBLISH + "pubsub-tranlog-report/topic-tranlog";
  private static final String CASH_TOPIC = PUBLISH + "pubsub-cashlog-report/topic-cashlog";
  private static final String SHIFT_TOPIC =
      PUBLISH + "pubsub-opencloselog-report/topic-opencloselog";

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

  /** The URL that an entry of the log is posted to. */
  URI topicOf(LogEntry entry) {
    String url = topic.toString();
    return entry instanceof DeskEntry desk && url.endsWith(DAPR_TOPIC)
        ? URI.create(
            url.substring(0, url.length() - DAPR_TOPIC.length())
                + (desk.kind().isCash() ? CASH_TOPIC : SHIFT_TOPIC))
        : topic;
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
