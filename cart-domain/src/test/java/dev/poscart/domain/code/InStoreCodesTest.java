package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.code.InStoreCodeRule.Kind;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InStoreCodesTest {

  /** 02: price in yen; 22: price with two decimals; 28: grams; 24 to 27: with a check digit. */
  private static final InStoreCodes CODES =
      new InStoreCodes(
          List.of(
              new InStoreCodeRule("02", 5, Kind.PRICE, 0, PriceCheckDigit.NONE),
              new InStoreCodeRule("22", 4, Kind.PRICE, 2, PriceCheckDigit.NONE),
              new InStoreCodeRule("24", 5, Kind.PRICE, 0, PriceCheckDigit.GS1),
              new InStoreCodeRule("25", 4, Kind.PRICE, 0, PriceCheckDigit.GS1),
              new InStoreCodeRule("26", 5, Kind.PRICE, 0, PriceCheckDigit.MOD10),
              new InStoreCodeRule("27", 5, Kind.WEIGHT, 3, PriceCheckDigit.GS1),
              new InStoreCodeRule("28", 5, Kind.WEIGHT, 3, PriceCheckDigit.NONE)));

  private static final ItemCodeReader LENIENT = new ItemCodeReader(ItemCodeMatching.LENIENT, CODES);
  private static final ItemCodeReader EXACT = new ItemCodeReader(ItemCodeMatching.EXACT, CODES);

  @ParameterizedTest
  @EnumSource
  void label_givesItemAndPriceOrWeight(ItemCodeMatching matching) {
    ItemCodeReader reader = new ItemCodeReader(matching, CODES);
    assertThat(Reading.of(reader, "0212345004807")).isEqualTo("0212345 480 yen");
    assertThat(Reading.of(reader, "2212340123457")).isEqualTo("221234 123.45 yen");
    assertThat(Reading.of(reader, "2812345012345")).isEqualTo("2812345 1.234 kg");
  }

  @ParameterizedTest
  @CsvSource({
    // 2 8 7 5 weigh 4, 5, 1 and 3; three times 13 is 39.
    "2412345928754, 2412345 2875 yen",
    // 1 4 6 8 5 weigh 5, 8, 7, 4 and 9, together 33; 6 weighs the 7 that is missing to 40.
    "2512346146857, 251234 14685 yen",
    // 3 * 5 + 7 + 3 * 8 + 2 is 48; 2 is missing to 50.
    "2612345228759, 2612345 2875 yen",
    "2712345928755, 2712345 2.875 kg"
  })
  void labelWithPriceCheckDigit_isReadIfBothDigitsAreValid(String code, String reading) {
    assertThat(Reading.of(LENIENT, code)).isEqualTo(reading);
    assertThat(Reading.of(EXACT, code)).isEqualTo(reading);
  }

  @ParameterizedTest
  @CsvSource({
    "2412345928755, check digit",
    "2412345828757, price check digit",
    "2412345828751, check digit and a wrong price check digit",
    "2512345146858, price check digit",
    "2612345328756, price check digit",
    "2712345828758, weight check digit",
    "0212345004808, check digit"
  })
  void wrongCheckDigit_isNamed(String code, String wrong) {
    assertThat(Reading.refusal(LENIENT, code))
        .isEqualTo("ITEM_CODE: in-store code " + code + " has a wrong " + wrong);
  }

  @Test
  void refusal_namesTheEntry() {
    KeyedCode third = new KeyedCode(2, "0212345004808", Optional.empty());
    assertThat(SaleTestData.refused(() -> LENIENT.read(third)).place())
        .contains(InputPlace.WHOLE.entry(2).then(InputField.ITEM_CODE));
  }

  @Test
  void labelWithoutValue_isRefused() {
    assertThat(Reading.refusal(LENIENT, "0212345000007"))
        .isEqualTo("ITEM_CODE: in-store code 0212345000007 carries no value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"212345004807", "00212345004807", "]E0212345004807\r"})
  void labelWithOtherLeadingZeros_isRead_unlessMatchingIsExact(String code) {
    assertThat(Reading.of(LENIENT, code)).isEqualTo("0212345 480 yen");
    assertThat(Reading.of(EXACT, code)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4901180001718",
        "2112345004808",
        "021234500480",
        // A label without its 0 and with a wrong check digit is not recognized.
        "212345004808",
        "A",
        ""
      })
  void codeThatMatchesNoRule_isAnOrdinaryCode(String code) {
    assertThat(Reading.of(LENIENT, code)).isEqualTo(code);
    assertThat(Reading.of(EXACT, code)).isEqualTo(code);
  }

  @Test
  void withoutRules_everyCodeIsOrdinary() {
    assertThat(Reading.of(SaleTestData.CODES, "0212345004808")).isEqualTo("0212345004808");
  }

  @Test
  void rules_areParsed() {
    assertThat(InStoreCodeRule.parse("02:5:4:price:pricecheck=gs1"))
        .contains(new InStoreCodeRule("02", 5, Kind.PRICE, 0, PriceCheckDigit.GS1));
    assertThat(InStoreCodeRule.parse("29:6:3:price:1:pricecheck=mod10"))
        .contains(new InStoreCodeRule("29", 6, Kind.PRICE, 1, PriceCheckDigit.MOD10));
    assertThat(InStoreCodeRule.parse("28:5:5:weight"))
        .contains(new InStoreCodeRule("28", 5, Kind.WEIGHT, 3, PriceCheckDigit.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02:5:5:price:pricecheck=gs1",
        "02:5:4:price",
        "02:6:3:price:pricecheck=gs1",
        "02:5:4:price:pricecheck=luhn",
        "02:5:4:price:gs1",
        "02:9:0:price:pricecheck=mod10"
      })
  void ruleWhoseDigitsDoNotAddUp_isNotParsed(String text) {
    assertThat(InStoreCodeRule.parse(text)).isEmpty();
  }

  @Test
  void ruleWithoutRoomForAValue_isRefused() {
    assertThatThrownBy(() -> new InStoreCodeRule("02", 9, Kind.PRICE, 0, PriceCheckDigit.MOD10))
        .hasMessageStartingWith("value digits: 0 (expected: ");
  }
}
