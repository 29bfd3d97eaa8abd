package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.failure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.StoreDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantRoundsTest {

  private static final List<String> TENANTS =
      IntStream.rangeClosed(1, 1_000).mapToObj(number -> "T" + number).toList();

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final TenantRounds rounds = new TenantRounds(new Tenants(TENANTS), clock);

  private record Tenants(List<String> all) implements StoreDirectory {

    @Override
    public CompletionStage<Optional<Store>> find(StoreKey store) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<List<String>> tenantIds() {
      return CompletableFuture.completedFuture(all);
    }
  }

  private List<String> visited() {
    return visited(rounds);
  }

  private static List<String> visited(TenantRounds rounds) {
    return result(rounds.run(CompletableFuture::<List<String>>completedFuture));
  }

  @Test
  void theFirstRound_visitsAll_untilItSucceeds() {
    failure(rounds.run(tenants -> CompletableFuture.failedFuture(new IllegalStateException())));

    assertThat(visited()).isEqualTo(TENANTS);
    assertThat(visited()).hasSize(10);
  }

  @Test
  void aHundredRounds_visitEachOfAThousandTenantsOnce() {
    visited();
    List<String> all = new ArrayList<>();
    for (int round = 0; round < 100; round++) {
      all.addAll(visited());
    }

    assertThat(all).containsExactlyInAnyOrderElementsOf(TENANTS);
  }

  @Test
  void fewTenants_areAllVisitedInEachRound() {
    TenantRounds few = new TenantRounds(new Tenants(List.of("A", "B")), clock);
    for (int round = 0; round < 3; round++) {
      assertThat(visited(few)).containsExactlyInAnyOrder("A", "B");
    }
  }

  @Test
  void announcedWork_isVisitedFirst_untilARoundAfterItHasSettled() {
    visited();
    rounds.announce("T777");

    assertThat(visited()).hasSize(11).startsWith("T777");
    clock.advance(Duration.ofSeconds(9));
    assertThat(visited()).startsWith("T777");
    clock.advance(Duration.ofSeconds(2));
    assertThat(visited()).startsWith("T777");
    assertThat(visited()).doesNotContain("T777");
  }

  @Test
  void aFailedRound_forgetsNoAnnouncement() {
    visited();
    rounds.announce("T777");
    clock.advance(Duration.ofMinutes(10));
    failure(rounds.run(tenants -> CompletableFuture.failedFuture(new IllegalStateException())));

    assertThat(visited()).startsWith("T777");
  }

  @Test
  void noTenants_areNoFailure() {
    TenantRounds none = new TenantRounds(new Tenants(List.of()), clock);

    assertThat(visited(none)).isEmpty();
    assertThat(visited(none)).isEmpty();
  }
}
