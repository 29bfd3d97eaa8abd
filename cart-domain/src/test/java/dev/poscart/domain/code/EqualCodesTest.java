package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualCodesTest {

  @ParameterizedTest
  @CsvSource({
    "4901180001718, 04901180001718",
    "04901180001718, 4901180001718",
    "036000291452, 0036000291452 00036000291452 36000291452",
    "00036000291452, 0036000291452 036000291452 36000291452",
    // Without the zero that a spreadsheet drops.
    "36000291452, 0036000291452 036000291452 00036000291452",
    "49123456, 0000049123456 000049123456 00000049123456",
    // UPC-E: 425261 ends in 1, so two digits, the 1, and four zeros come first.
    "04252614, 0042100005264 042100005264 00042100005264 42100005264",
    // A case has its own number.
    "14901180001715, ''",
    "0104901180001718, 4901180001718 04901180001718"
  })
  void gtin_equalsItsOtherNotations_theUsualOneFirst(String code, String equals) {
    assertThat(String.join(" ", EqualCodes.of(code))).isEqualTo(equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4901180001719",
        "A",
        "",
        "1234567",
        "00000000000000",
        "004901180001718",
        "０４９０１１８０００１７１８",
        "0104901180001719",
        "(01)04901180001718"
      })
  void otherCodes_equalOnlyThemselves(String code) {
    assertThat(EqualCodes.of(code)).isEmpty();
    assertThat(EqualCodes.numbers(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "01234505, 012000003455",
    "01234514, 012100003454",
    "01234523, 012200003453",
    "01234531, 012300000451",
    "01234543, 012340000053",
    "01234558, 012345000058",
    "01234596, 012345000096",
    "11234562, 112345000062"
  })
  void upcE_isExpandedByItsLastDigit(String code, String upcA) {
    assertThat(UpcE.expand(code)).contains(upcA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01234506", "21234505", "0123450", "012345050", "0123450x"})
  void codeThatIsNotUpcE_isNotExpanded(String code) {
    assertThat(UpcE.expand(code)).isEmpty();
  }

  /** A store's own EAN-8 may look like a UPC-E code, with a check digit valid for both. */
  @Test
  void ambiguousCode_hasBothNumbers_butAtMostFourEquals() {
    List<String> both =
        IntStream.range(0, 10_000_000)
            .mapToObj("%08d"::formatted)
            .filter(code -> EqualCodes.numbers(code).size() == 2)
            .limit(100)
            .toList();
    assertThat(both).hasSize(100).allMatch(code -> EqualCodes.of(code).size() <= 4);
  }

  @Test
  void notationsOfOneNumber_equalEachOther() {
    Seeds.each(
        2_000,
        seed -> {
          List<String> spellings = RandomGtin.of(new Random(seed)).spellings();
          assertThat(spellings).hasSizeBetween(1, 4).doesNotHaveDuplicates();
          for (String one : spellings) {
            assertThat(EqualCodes.of(one)).hasSizeLessThanOrEqualTo(4).doesNotContain(one);
            for (String other : spellings) {
              assertThat(Collections.disjoint(EqualCodes.numbers(one), EqualCodes.numbers(other)))
                  .isFalse();
              assertThat(one.equals(other) || EqualCodes.of(one).contains(other))
                  .as("%s, %s: %s", one, other, EqualCodes.of(one))
                  .isTrue();
            }
          }
        });
  }

  @Test
  void codeWithOneWrongDigit_isNotEqual() {
    Seeds.each(
        2_000,
        seed -> {
          Random random = new Random(seed);
          char[] digits = RandomGtin.of(random).number().toCharArray();
          int place = random.nextInt(14);
          digits[place] = (char) ('0' + (digits[place] - '0' + 1 + random.nextInt(9)) % 10);
          assertThat(EqualCodes.of(new String(digits))).as(Arrays.toString(digits)).isEmpty();
        });
  }
}
