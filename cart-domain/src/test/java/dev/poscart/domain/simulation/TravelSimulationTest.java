package dev.poscart.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Slow
class TravelSimulationTest {

  private static final long SEEDS = 60;

  @Test
  void everyPromiseAboutCarriedCarts_isKept_inEverySeed() {
    SeedRange seeds = SeedRange.given().orElse(new SeedRange(1, SEEDS, Optional.empty()));

    Tally all = seeds.run(TravelSimulation::run);

    for (String what :
        List.of(
            "logged SALE",
            "logged CANCELLED",
            "sales in both logs",
            "older carts refused",
            "crashes")) {
      assertThat(all.of(what)).as(what).isPositive();
    }
  }

  @Test
  void sameSeed_givesTheSameJourneys() {
    assertThat(TravelSimulation.run(1).traceHash()).isEqualTo(TravelSimulation.run(1).traceHash());
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_UNIQUE_CLAIMS", "NO_REVISION_RECORD"})
  void withoutASafeguard_aBrokenPromiseIsFound(DisabledSafeguard missing) {
    Set<DisabledSafeguard> disabled = EnumSet.of(missing);
    assertThat(LongStream.rangeClosed(1, SEEDS))
        .anyMatch(seed -> !TravelSimulation.run(seed, disabled).violations().isEmpty());
  }
}
