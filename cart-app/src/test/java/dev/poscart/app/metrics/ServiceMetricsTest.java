package dev.poscart.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.ChannelState;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Outcome;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.web.load.ServerLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reported events become lines that a collector can read. */
class ServiceMetricsTest {

  private final ServiceMetrics metrics = new ServiceMetrics();

  @AfterEach
  void close() {
    metrics.close();
  }

  private List<String> lines() {
    return metrics.text().lines().toList();
  }

  @Test
  void initialValues_areZero() {
    assertThat(lines())
        .contains(
            "poscart_item_master_channel_creations_total 0.0",
            "poscart_item_master_channel_closings_total 0.0",
            "poscart_item_cache_hits_total 0.0",
            "poscart_item_cache_misses_total 0.0",
            "poscart_item_stale_total 0.0",
            "poscart_carts_removed_total 0.0",
            "poscart_item_coalesced_total 0.0",
            "poscart_item_master_calls_seconds_count{code=\"OK\"} 0");
  }

  @Test
  void currentLoad_isShown() {
    AtomicReference<ServerLoad> load = new AtomicReference<>(new ServerLoad(0, 0, 0, 0, 0));
    metrics.showLoad(load::get);
    load.set(new ServerLoad(3, 2, 9, 5, 4));
    assertThat(lines())
        .contains(
            "poscart_http_in_work 3.0",
            "poscart_http_waiting 2.0",
            "poscart_http_connections 9.0",
            "poscart_http_refused_total 5.0",
            "poscart_http_cut_total 4.0");
  }

  @Test
  void backlogOfAllTenants_isShownByStatus() {
    AtomicReference<EventBacklog> backlog = new AtomicReference<>(EventBacklog.NONE);
    metrics.showEvents(backlog::get);
    backlog.set(
        EventBacklog.NONE
            .plus(Map.of(DeliveryStatus.PENDING, 7L, DeliveryStatus.PUBLISHED, 2L))
            .plus(
                Map.of(
                    DeliveryStatus.PENDING, 1L,
                    DeliveryStatus.PARKED, 3L,
                    DeliveryStatus.PARTIALLY_DELIVERED, 4L)));
    assertThat(lines())
        .contains(
            "poscart_events_waiting 8.0",
            "poscart_events_parked 3.0",
            "poscart_events_unacknowledged 6.0");
  }

  @Test
  void version_isShown() {
    metrics.showVersion("1.2.3");
    assertThat(lines()).contains("poscart_build{version=\"1.2.3\"} 1.0");
  }

  @Test
  void removedCarts_areCounted() {
    metrics.cartsRemoved(100);
    metrics.cartsRemoved(7);
    assertThat(lines()).contains("poscart_carts_removed_total 107.0");
  }

  @Test
  void channelsAndCalls_areCounted() {
    ItemMasterObserver observer = metrics.itemMaster();
    observer.channelCreated();
    observer.channelCreated();
    observer.channelCreationFailed();
    observer.channelClosed();
    observer.stateChanged(ChannelState.READY, ChannelState.TRANSIENT_FAILURE);
    observer.callEnded("OK", Duration.ofMillis(3));
    observer.callEnded("UNAVAILABLE", Duration.ofMillis(30));
    assertThat(lines())
        .contains(
            "poscart_item_master_channel_creations_total 2.0",
            "poscart_item_master_channel_creation_failures_total 1.0",
            "poscart_item_master_channel_closings_total 1.0",
            "poscart_item_master_channel_state_changes_total{from=\"ready\",to=\"failing\"} 1.0",
            "poscart_item_master_calls_seconds_count{code=\"OK\"} 1",
            "poscart_item_master_calls_seconds_bucket{code=\"OK\",le=\"0.002\"} 0",
            "poscart_item_master_calls_seconds_bucket{code=\"OK\",le=\"0.005\"} 1",
            "poscart_item_master_calls_seconds_count{code=\"UNAVAILABLE\"} 1");
  }

  @Test
  void changesOfTheConnection_areKept_withoutTheTrialsOfAnOpenBreaker() {
    ItemMasterObserver observer = metrics.itemMaster();
    observer.stateChanged(ChannelState.CONNECTING, ChannelState.READY);
    observer.breakerChanged(Breaker.OPEN);
    observer.breakerChanged(Breaker.HALF_OPEN);
    observer.breakerChanged(Breaker.OPEN);
    observer.breakerChanged(Breaker.CLOSED);
    assertThat(metrics.itemMasterChanges())
        .extracting(change -> change.part() + " " + change.to())
        .containsExactly("CHANNEL ready", "BREAKER open", "BREAKER closed");
  }

  @Test
  void silentConnections_areCounted_andTheCallsThatWaitedAreTimed() {
    ItemMasterObserver observer = metrics.itemMaster();
    observer.callRescued(Duration.ofMillis(300));
    observer.silentConnectionLeft(silent(true));
    observer.silentConnectionLeft(silent(true));
    observer.silentConnectionLeft(silent(false));
    assertThat(lines())
        .contains(
            "poscart_item_master_silent_connections_total{calls=\"answered_elsewhere\"} 2.0",
            "poscart_item_master_silent_connections_total{calls=\"unanswered\"} 1.0",
            "poscart_item_master_rescued_calls_seconds_count 1");
  }

  private static SilentConnection silent(boolean isAnsweredElsewhere) {
    return new SilentConnection(
        Instant.EPOCH, "/127.0.0.1:50051", Duration.ofMillis(280), 15, isAnsweredElsewhere);
  }

  @Test
  void lookUps_areCounted() {
    ItemMasterObserver observer = metrics.itemMaster();
    observer.lookupEnded(Outcome.ANSWERED, Duration.ofMillis(1));
    observer.lookupEnded(Outcome.UNAVAILABLE, Duration.ofMillis(1));
    observer.cacheHits(3);
    observer.cacheMisses(2);
    observer.coalesced(99);
    observer.staleServed(4);
    observer.breakerChanged(Breaker.HALF_OPEN);
    assertThat(lines())
        .contains(
            "poscart_item_lookups_seconds_count{outcome=\"answered\"} 1",
            "poscart_item_lookups_seconds_count{outcome=\"unavailable\"} 1",
            "poscart_item_lookups_seconds_count{outcome=\"broken\"} 0",
            "poscart_item_cache_hits_total 3.0",
            "poscart_item_cache_misses_total 2.0",
            "poscart_item_coalesced_total 99.0",
            "poscart_item_stale_total 4.0",
            "poscart_item_breaker_changes_total{to=\"half_open\"} 1.0");
  }

  @Test
  void states_areShownAtTheTimeOfTheScrape() {
    AtomicReference<Optional<ChannelState>> channel = new AtomicReference<>(Optional.empty());
    metrics.show(new ItemMasterStates(channel::get, () -> Breaker.OPEN));
    assertThat(lines())
        .contains(
            "poscart_item_master_channel_state{state=\"ready\"} 0.0",
            "poscart_item_breaker_state{state=\"open\"} 1.0",
            "poscart_item_breaker_state{state=\"closed\"} 0.0");
    channel.set(Optional.of(ChannelState.READY));
    assertThat(lines())
        .contains(
            "poscart_item_master_channel_state{state=\"ready\"} 1.0",
            "poscart_item_master_channel_state{state=\"failing\"} 0.0");
  }

  @Test
  void requests_areTimedByRouteAndStatus() {
    metrics.requests().requestEnded("GET", "/api/v1/carts/{cart_id}", 200, Duration.ofMillis(7));
    assertThat(lines())
        .contains(
            "poscart_http_requests_seconds_count"
                + "{method=\"GET\",route=\"/api/v1/carts/{cart_id}\",status=\"200\"} 1");
  }

  @Test
  void jvm_isShown() {
    assertThat(metrics.text())
        .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_uptime_seconds");
  }
}
