package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.mongo.MigrationFindings.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers in any order, and what is missing among them. */
class NumberRunsTest {

  private final NumberRuns runs = new NumberRuns();

  @Test
  void consecutiveNumbers_areOneRun_inAnyOrder() {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(3, 500).boxed().toList());
    Collections.shuffle(numbers, new Random(7));
    numbers.forEach(number -> assertThat(runs.add(number)).isTrue());

    assertThat(runs.spans()).containsExactly(new Span(3, 500));
    assertThat(runs.range()).contains(new Span(3, 500));
    assertThat(runs.gaps()).isEmpty();
  }

  @Test
  void gaps_areNamedWithBothEnds() {
    List.of(9, 1, 5, 2, 8, Integer.MAX_VALUE).forEach(runs::add);

    assertThat(runs.gaps())
        .containsExactly(new Span(3, 4), new Span(6, 7), new Span(10, Integer.MAX_VALUE - 1));
    assertThat(runs.gaps()).hasToString("[3 to 4, 6 to 7, 10 to 2147483646]");
  }

  @Test
  void duplicateNumber_isReported_andAddedOnce() {
    List.of(1, 2, 3, 7).forEach(runs::add);

    assertThat(List.of(1, 2, 3, 7)).allSatisfy(number -> assertThat(runs.add(number)).isFalse());
    assertThat(runs.spans()).containsExactly(new Span(1, 3), new Span(7, 7));
  }

  @Test
  void withoutNumbers_thereIsNoRange() {
    assertThat(runs.range()).isEmpty();
    assertThat(runs.gaps()).isEmpty();
  }
}
