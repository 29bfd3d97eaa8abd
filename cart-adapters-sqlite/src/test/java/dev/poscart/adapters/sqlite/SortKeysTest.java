package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Money;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeysTest {

  private static final List<Money> ASCENDING =
      Stream.of(
              "-1000",
              "-999.99",
              "-70.55",
              "-70.5",
              "-70",
              "-9",
              "-0.5",
              "-0.05",
              "0",
              "0.05",
              "0.5",
              "5",
              "9",
              "10",
              "70",
              "70.25",
              "70.5",
              "70.55",
              "99",
              "100",
              "12345678901234567890.1",
              "12345678901234567890.2")
          .map(Money::of)
          .toList();

  @Test
  void amounts_haveTheDocumentedForm() {
    assertThat(SortKeys.of(Money.of("70.5"))).isEqualTo("p0270.5");
    assertThat(SortKeys.of(Money.of("-70.5"))).isEqualTo("n9729.4:");
    assertThat(SortKeys.of(Money.of("1000000000000"))).isEqualTo("p131000000000000");
  }

  @Test
  void keysOfAmounts_sortAsTheAmountsDo() {
    List<Money> amounts = new ArrayList<>(ASCENDING);
    Collections.shuffle(amounts, new Random(1));

    amounts.sort(Comparator.comparing(SortKeys::of));

    assertThat(amounts).isEqualTo(ASCENDING);
  }

  @Test
  void keysOfTimes_sortAsTheInstantsDo() {
    OffsetDateTime tokyo = OffsetDateTime.parse("2026-11-23T18:00:00.000001+09:00");
    OffsetDateTime utc = OffsetDateTime.parse("2026-11-23T09:00:00.000002Z");

    assertThat(SortKeys.of(tokyo)).isEqualTo(1_795_424_400_000_001L);
    assertThat(SortKeys.of(utc)).isEqualTo(1_795_424_400_000_002L);
  }
}
