package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException.Category;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EqualCodesItemMasterTest {

  private static final String JAN = "4901180001718";
  private static final String GTIN_14 = "04901180001718";
  private static final String UPC_A = "036000291452";

  private final ScriptedMaster master = new ScriptedMaster();
  private final EqualCodesItemMaster equals = new EqualCodesItemMaster(master);

  private CompletableFuture<Map<String, Item>> find(String... itemCodes) {
    return equals.findItems(TERMINAL, Set.of(itemCodes)).toCompletableFuture();
  }

  private static Map<String, Item> found(CompletableFuture<Map<String, Item>> lookUp) {
    assertThat(lookUp).isCompleted();
    return lookUp.join();
  }

  @Test
  void knownCode_isLookedUpOnce_unchanged() {
    var lookUp = find(GTIN_14);
    master.answer(item(GTIN_14, 160));
    assertThat(found(lookUp)).containsOnly(Map.entry(GTIN_14, item(GTIN_14, 160)));
    assertThat(master.asked()).containsExactly(Set.of(GTIN_14));
  }

  @Test
  void unknownCodesOfACall_causeOneMoreLookUp_andGetTheMastersItem() {
    var lookUp = find(GTIN_14, UPC_A, "A", "B");
    master.answer(item("A", 100));
    master.answer(item(JAN, 160), item("00036000291452", 200));
    assertThat(found(lookUp))
        .containsOnly(
            Map.entry("A", item("A", 100)),
            Map.entry(GTIN_14, item(JAN, 160)),
            Map.entry(UPC_A, item("00036000291452", 200)));
    assertThat(master.asked())
        .containsExactly(
            Set.of(GTIN_14, UPC_A, "A", "B"),
            Set.of(JAN, "0036000291452", "00036000291452", "36000291452"));
  }

  @Test
  void codeWithoutEquals_isLookedUpOnce() {
    var lookUp = find("A", "4901180001719");
    master.answer();
    assertThat(found(lookUp)).isEmpty();
    assertThat(master.asked()).hasSize(1);
  }

  @Test
  void codeUnknownInEveryNotation_isUnknown() {
    var lookUp = find(GTIN_14);
    master.answer();
    master.answer();
    assertThat(found(lookUp)).isEmpty();
    assertThat(master.asked()).containsExactly(Set.of(GTIN_14), Set.of(JAN));
  }

  @Test
  void ofSeveralKnownEquals_theCodeItselfIsPreferred_thenTheUsualNotation() {
    var lookUp = find("36000291452");
    master.answer();
    master.answer(item("00036000291452", 3), item("0036000291452", 1), item(UPC_A, 2));
    assertThat(found(lookUp)).containsOnly(Map.entry("36000291452", item("0036000291452", 1)));

    var keyed = find(UPC_A, "36000291452");
    master.answer(item(UPC_A, 2), item("36000291452", 4));
    assertThat(found(keyed))
        .containsOnly(
            Map.entry(UPC_A, item(UPC_A, 2)), Map.entry("36000291452", item("36000291452", 4)));
  }

  @Test
  void equalCodeInTheSameLookUp_isNotLookedUpAgain() {
    var lookUp = find(GTIN_14, JAN);
    master.answer(item(JAN, 160));
    assertThat(found(lookUp)).containsOnlyKeys(GTIN_14, JAN);
    assertThat(master.asked()).hasSize(1);
  }

  @Test
  void failureOfEitherLookUp_isAFailure() {
    var first = find(GTIN_14);
    master.fail(Category.UNAVAILABLE);
    assertThat(first).isCompletedExceptionally();
    var second = find(GTIN_14);
    master.answer();
    master.fail(Category.TIMEOUT);
    assertThat(second).isCompletedExceptionally();
    assertThat(master.asked()).hasSize(3);
  }

  @Test
  void codes_haveAtMostFourEqualsEach() {
    var lookUp = find("04252614");
    master.answer();
    master.answer();
    assertThat(found(lookUp)).isEmpty();
    assertThat(master.asked().get(1))
        .isEqualTo(Set.of("0042100005264", "042100005264", "00042100005264", "42100005264"));
    assertThat(List.copyOf(master.asked())).hasSize(2);
  }
}
