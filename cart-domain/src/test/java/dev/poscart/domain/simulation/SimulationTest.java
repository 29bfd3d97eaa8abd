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
class SimulationTest {

  /** In the test command; {@code docs/reliability.md} tells how to run other seeds, and more. */
  private static final long SEEDS = 150;

  @Test
  void everyPromise_isKept_inEverySeed() {
    SeedRange seeds = SeedRange.given().orElse(new SeedRange(1, SEEDS, Optional.empty()));

    Tally all = seeds.run(Simulation::run);

    assertThat(all.of("logged SALE")).isPositive();
    for (String what :
        List.of(
            "rounded SALE",
            "rounded RETURN",
            "rounded VOID_SALE",
            "kept SALE",
            "closed on another day than opened")) {
      assertThat(all.of(what)).as(what).isPositive();
    }
  }

  @Test
  void sameSeed_givesTheSameRun() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(Simulation.run(seed).traceHash()).isEqualTo(Simulation.run(seed).traceHash());
    }
    assertThat(Simulation.run(1).traceHash()).isNotEqualTo(Simulation.run(2).traceHash());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NO_REVISION_RECORD", "DESK_TAKES_NO_POSITION"})
  void withoutASafeguard_aBrokenPromiseIsFound(DisabledSafeguard missing) {
    Set<DisabledSafeguard> disabled = EnumSet.of(missing);
    assertThat(LongStream.rangeClosed(1, SEEDS))
        .as("seeds in which it shows that there is " + missing)
        .anyMatch(seed -> !Simulation.run(seed, disabled).violations().isEmpty());
  }
}
