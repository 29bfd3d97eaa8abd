package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SingleFlightItemMasterTest {

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicInteger coalesced = new AtomicInteger();
  private final SingleFlightItemMaster single =
      new SingleFlightItemMaster(
          master,
          new LookupObserver() {
            @Override
            public void coalesced(int codes) {
              coalesced.addAndGet(codes);
            }
          });

  @CanIgnoreReturnValue
  private CompletableFuture<Map<String, Item>> find(String... itemCodes) {
    return single.findItems(TERMINAL, Set.of(itemCodes)).toCompletableFuture();
  }

  @Test
  void hundredTills_askingForOneCode_makeOneCall() {
    List<CompletableFuture<Map<String, Item>>> answers = new ArrayList<>();
    for (int till = 0; till < 100; till++) {
      TerminalKey terminal = new TerminalKey("A1234", "5678", till);
      answers.add(single.findItems(terminal, Set.of("1")).toCompletableFuture());
    }
    master.answer(item("1", 100));
    assertThat(master.asked()).hasSize(1);
    assertThat(coalesced).hasValue(99);
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer).isCompletedWithValue(Map.of("1", item("1", 100))));
  }

  @Test
  void completedFlight_isNotReused() {
    find("1");
    master.answer(item("1", 100));
    var next = find("1");
    master.answer(item("1", 110));
    assertThat(next).isCompletedWithValue(Map.of("1", item("1", 110)));
  }

  @Test
  void overlappingLookUps_requestOnlyCodesNotInFlight() {
    var first = find("1", "2");
    var second = find("2", "3");
    assertThat(master.asked()).containsExactly(Set.of("1", "2"), Set.of("3"));
    master.answer(item("1", 100), item("2", 200));
    master.answer();
    assertThat(first).isCompletedWithValue(Map.of("1", item("1", 100), "2", item("2", 200)));
    assertThat(second).isCompletedWithValue(Map.of("2", item("2", 200)));
  }

  @Test
  void stores_haveTheirOwnFlights() {
    find("1");
    single.findItems(new TerminalKey("A1234", "9999", 9), Set.of("1"));
    assertThat(master.asked()).hasSize(2);
  }

  @Test
  void callerThatGivesUp_doesNotAffectOthers() {
    var impatient = find("1");
    var patient = find("1");
    assertThat(impatient.cancel(true)).isTrue();
    master.answer(item("1", 100));
    assertThat(patient).isCompletedWithValue(Map.of("1", item("1", 100)));
  }

  @Test
  void failure_reachesAllWaiting_andIsNotKept() {
    var one = find("1");
    var other = find("1");
    master.fail(Category.UNAVAILABLE);
    assertThat(one).isCompletedExceptionally();
    assertThat(other)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(PortException.class);
    find("1");
    assertThat(master.asked()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "PERMANENT_FAILURE"})
  void invalidAnswerForAnotherCode_doesNotFailTheLookUp(Category badAnswer) {
    var withBad = find("1", "2");
    var mine = find("1");
    master.fail(badAnswer);
    assertThat(withBad).isCompletedExceptionally();
    assertThat(mine).isNotDone();
    assertThat(master.asked()).containsExactly(Set.of("1", "2"), Set.of("1"));
    master.answer(item("1", 100));
    assertThat(mine).isCompletedWithValue(Map.of("1", item("1", 100)));
  }

  @Test
  void invalidAnswerForTheRequestedCode_failsAll() {
    var one = find("1");
    var other = find("1");
    master.fail(Category.PERMANENT_FAILURE);
    assertThat(one).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(master.asked()).hasSize(1);
  }

  @Test
  void repeatedLookUp_mayFailToo() {
    find("1", "2");
    var mine = find("1");
    master.fail(Category.PERMANENT_FAILURE);
    master.fail(Category.TIMEOUT);
    assertThat(mine)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .havingCause()
        .withMessage("item-master TIMEOUT: scripted");
  }

  @Test
  void noCodes_arePassedToTheMaster() {
    var nothing = find();
    master.answer();
    assertThat(nothing).isCompletedWithValue(Map.of());
  }
}
