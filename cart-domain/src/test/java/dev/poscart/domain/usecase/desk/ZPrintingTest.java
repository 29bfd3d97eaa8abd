package dev.poscart.domain.usecase.desk;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.DeskFixture;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.ZPrint;
import dev.poscart.domain.model.ZPrints;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.desk.ZPrinting.Printed;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZPrintingTest {

  private static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-23T20:05:00+09:00");

  private final DeskFixture fixture = new DeskFixture();

  @Test
  void theFirstPrintOfEachKindAndSession_isTheOriginal() {
    ZPrint first = print(7, "k1", 0);

    assertThat(printed(first)).isEqualTo(new Printed(first, false));
    assertThat(printed(print(7, "k2", 1))).isEqualTo(new Printed(first, true));
    assertThat(printed(print(7, "k1", 2))).isEqualTo(new Printed(first, false));
    assertThat(printed(print(8, "k1", 3)).isReprint()).isFalse();
    ZPrint otherKind =
        new ZPrint(7, ReportKind.PAYMENT, Optional.of("k1"), EVENING, Optional.empty());
    assertThat(printed(otherKind)).isEqualTo(new Printed(otherKind, false));
  }

  @Test
  void withoutAKey_everyLaterPrint_isAReprint() {
    ZPrint unnamed =
        new ZPrint(7, ReportKind.SALES, Optional.empty(), EVENING, Optional.of("S001"));

    assertThat(printed(unnamed).isReprint()).isFalse();
    assertThat(printed(unnamed)).isEqualTo(new Printed(unnamed, true));
  }

  @Test
  void ofConcurrentFirstPrints_oneIsTheOriginal() {
    List<Boolean> reprints = Race.of(16, thread -> printed(print(7, "k" + thread, 0)).isReprint());

    assertThat(reprints).containsOnlyOnce(false);
  }

  @Test
  void theOldestPrints_areForgotten_andNoSecondOriginalIsMadeOfThem() {
    for (int session = 1; session <= ZPrints.MAX + 1; session++) {
      assertThat(printed(print(session, "k", session)).isReprint()).isFalse();
    }

    assertThat(printed(print(1, "k", 99)).isReprint()).isTrue();
    assertThat(printed(print(2, "k", 99)).first()).isEqualTo(print(2, "k", 2));
  }

  @Test
  void printing_changesNothingElseAtTheTill() {
    ChangeContext byTill = ChangeContext.by(DeskFixture.TILL_9);
    result(fixture.desk.describe(byTill, "レジ 9"));
    printed(print(7, "k1", 0));
    result(fixture.desk.signOut(byTill));

    assertThat(result(fixture.desk.state(DeskFixture.TILL_9)).description()).isEqualTo("レジ 9");
    assertThat(printed(print(7, "k2", 1)).isReprint()).isTrue();
  }

  private static ZPrint print(int session, String key, int minutes) {
    return new ZPrint(
        session,
        ReportKind.SALES,
        Optional.of(key),
        EVENING.plusMinutes(minutes),
        Optional.of("S001"));
  }

  private Printed printed(ZPrint print) {
    return result(fixture.prints.print(DeskFixture.TILL_9.key(), print));
  }
}
