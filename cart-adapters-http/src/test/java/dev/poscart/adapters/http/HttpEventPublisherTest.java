package dev.poscart.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.http.TestBroker.Received;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEventPublisherTest {

  private final Transaction event = TransactionTestData.sale().make();
  private TestBroker broker;

  @BeforeEach
  void open() throws IOException {
    broker = new TestBroker();
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void anEvent_isPostedToTheSidecarsTopic() {
    Await.result(publisher(10, 4).publish(HandWorkedSale.TRANSACTION).thenApply(done -> true));

    Received received = broker.received.get(0);
    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.path()).isEqualTo("/v1.0/publish/pubsub-tranlog-report/topic-tranlog");
    assertThat(received.contentType()).isEqualTo("application/json");
    assertThat(received.body())
        .isEqualTo(new String(HandWorkedSale.json(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "200, ''",
    "204, ''",
    "302, PERMANENT_FAILURE",
    "400, PERMANENT_FAILURE",
    "404, PERMANENT_FAILURE",
    "413, PERMANENT_FAILURE",
    "429, UNAVAILABLE",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void theStatus_tellsWhetherTheEventWasAccepted(int status, String failure) {
    broker.status = status;
    CompletionStage<Void> published = publisher(10, 4).publish(event);

    if (failure.isEmpty()) {
      Await.result(published.thenApply(done -> true));
    } else {
      assertThat(failureOf(published)).isEqualTo(Category.valueOf(failure));
    }
  }

  @Test
  void missingAnswer_isATimeoutAtTheDeadline() {
    broker.gate = new CountDownLatch(1);

    assertThat(failureOf(publisher(1, 4).publish(event))).isEqualTo(Category.TIMEOUT);
  }

  @Test
  void missingBroker_isReportedAsUnavailable() {
    HttpEventPublisher publisher = publisher(10, 4);
    broker.close();

    assertThat(failureOf(publisher.publish(event))).isEqualTo(Category.UNAVAILABLE);
  }

  @Test
  void d53_eventsOverTheLimit_areRefusedAtOnce_untilOthersEnd() {
    CountDownLatch gate = new CountDownLatch(1);
    broker.gate = gate;
    HttpEventPublisher publisher = publisher(30, 1);
    CompletionStage<Void> first = publisher.publish(event);

    assertThat(failureOf(publisher.publish(event))).isEqualTo(Category.UNAVAILABLE);

    gate.countDown();
    Await.result(first.thenApply(done -> true));
    Await.result(publisher.publish(event).thenApply(done -> true));
    assertThat(broker.received).hasSize(2);
  }

  @Test
  void unusableAddresses_areRefused() {
    assertThatThrownBy(
            () -> new PublisherConfig(URI.create("broker:9092"), Duration.ofSeconds(1), 1))
        .hasMessage("topic: broker:9092 (expected: an http or https URL)");
    assertThat(PublisherConfig.daprTopic(URI.create("http://localhost:3500/")))
        .hasToString("http://localhost:3500/v1.0/publish/pubsub-tranlog-report/topic-tranlog");
  }

  private HttpEventPublisher publisher(int deadlineSeconds, int maxInFlight) {
    return new HttpEventPublisher(
        new PublisherConfig(
            PublisherConfig.daprTopic(broker.address()),
            Duration.ofSeconds(deadlineSeconds),
            maxInFlight));
  }

  private static Category failureOf(CompletionStage<?> stage) {
    Throwable failure = Await.failure(stage);
    assertThat(failure).isInstanceOf(PortException.class);
    return ((PortException) failure).category();
  }
}
