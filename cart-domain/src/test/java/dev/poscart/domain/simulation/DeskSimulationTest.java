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
class DeskSimulationTest {

  private static final long SEEDS = 30;

  @Test
  void everyPromiseOfTheDesk_isKept_inEverySeed() {
    SeedRange seeds = SeedRange.given().orElse(new SeedRange(1, SEEDS, Optional.empty()));

    Tally all = seeds.run(DeskSimulation::run);

    for (String what :
        List.of(
            "desk OPENED",
            "desk CLOSED",
            "desk CASH_IN",
            "desk CASH_OUT",
            "desk SIGN_IN",
            "transactions in closed sessions",
            "Z reports",
            "Z reports made again",
            "crashes")) {
      assertThat(all.of(what)).as(what).isPositive();
    }
  }

  @Test
  void sameSeed_givesTheSameShifts() {
    assertThat(DeskSimulation.run(1).traceHash()).isEqualTo(DeskSimulation.run(1).traceHash());
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_KEYS", "DESK_TAKES_NO_POSITION"})
  void withoutASafeguard_aBrokenPromiseIsFound(DisabledSafeguard missing) {
    Set<DisabledSafeguard> disabled = EnumSet.of(missing);
    assertThat(LongStream.rangeClosed(1, SEEDS))
        .anyMatch(seed -> !DeskSimulation.run(seed, disabled).violations().isEmpty());
  }
}
