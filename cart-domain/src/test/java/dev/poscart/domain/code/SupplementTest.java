package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupplementTest {

  private static final String BOOK = "9784101092058";
  private static final String MAGAZINE = "4910077310543";

  private static final ItemCodeReader LENIENT =
      new ItemCodeReader(ItemCodeMatching.LENIENT, InStoreCodes.NONE);

  @ParameterizedTest
  @EnumSource
  void secondBarcodeOfABook_givesPriceAndClass(ItemCodeMatching matching) {
    ItemCodeReader reader = new ItemCodeReader(matching, InStoreCodes.NONE);
    assertThat(Reading.of(reader, BOOK, "1920193004403")).isEqualTo(BOOK + " 440 yen class 0193");
    assertThat(Reading.of(reader, BOOK, "1910193004503")).isEqualTo(BOOK + " 450 yen class 0193");
    assertThat(Reading.of(reader, "9791234567896", "1923055012004"))
        .isEqualTo("9791234567896 1200 yen class 3055");
  }

  @ParameterizedTest
  @EnumSource
  void addOnOfAMagazine_givesItsPrice(ItemCodeMatching matching) {
    ItemCodeReader reader = new ItemCodeReader(matching, InStoreCodes.NONE);
    assertThat(Reading.of(reader, MAGAZINE, "00762")).isEqualTo(MAGAZINE + " 762 yen");
  }

  @Test
  void priceTooHighForTheCode_comesFromTheItemMaster() {
    assertThat(Reading.of(LENIENT, BOOK, "1920021000003")).isEqualTo(BOOK + " class 0021");
    assertThat(Reading.of(LENIENT, MAGAZINE, "00000")).isEqualTo(MAGAZINE);
  }

  @Test
  void withoutSupplement_theItemMastersPriceApplies() {
    assertThat(Reading.of(LENIENT, BOOK)).isEqualTo(BOOK);
    assertThat(Reading.of(LENIENT, BOOK, "")).isEqualTo(BOOK);
    assertThat(Reading.of(LENIENT, BOOK, " \r")).isEqualTo(BOOK);
  }

  @Test
  void supplement_isCleanedLikeACode() {
    assertThat(Reading.of(LENIENT, "]E0" + BOOK + "\r", "]E01920193004403\r"))
        .isEqualTo(BOOK + " 440 yen class 0193");
    assertThat(Reading.of(LENIENT, "0" + MAGAZINE, "]E2００７６２"))
        .isEqualTo("0" + MAGAZINE + " 762 yen");
  }

  @ParameterizedTest
  @CsvSource({
    "97841010920581920193004403, 9784101092058 440 yen class 0193",
    "491007731054300762, 4910077310543 762 yen",
    "]E3491007731054300762, 4910077310543 762 yen"
  })
  void bothCodesInOneScan_areSeparated(String code, String reading) {
    assertThat(Reading.of(LENIENT, code)).isEqualTo(reading);
  }

  @Test
  void separateSupplement_takesPrecedenceOverTheOneInTheCode() {
    assertThat(Reading.of(LENIENT, BOOK + "1920193004403", "1910193004503"))
        .isEqualTo(BOOK + " 450 yen class 0193");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A wrong check digit of the first code; another kind of code; a digit too few.
        "97841010920591920193004403",
        "491007731054400762",
        "490118000171800762",
        "49100773105430762"
      })
  void otherLongCodes_areOrdinary(String code) {
    assertThat(Reading.of(LENIENT, code)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "9784101092058, 1920193004404, second code 1920193004404 has a wrong check digit",
    "97841010920581920193004404, '', second code 1920193004404 has a wrong check digit",
    "9784101092058, 00762, '''00762'' (expected: the second code of the book, 13 digits beginning"
        + " with 192 or 191)'",
    "9784101092058, 1930193004400, '''1930193004400'' (expected: the second code of the book,"
        + " 13 digits beginning with 192 or 191)'",
    "4910077310543, 0762, '''0762'' (expected: the add-on of the magazine, 5 digits)'",
    "4910077310543, 1920193004403, '''1920193004403'' (expected: the add-on of the magazine, 5"
        + " digits)'",
    "4901180001718, 00762, '''00762'' (expected: none, because item code 4901180001718 is neither"
        + " a book, 978 or 979, nor a magazine, 491)'"
  })
  void supplementThatDoesNotMatch_isRefused(String code, String supplement, String problem) {
    assertThat(Reading.refusal(LENIENT, code, supplement)).isEqualTo("SUPPLEMENT: " + problem);
  }
}
