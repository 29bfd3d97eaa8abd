package dev.poscart.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4901180001718",
        "4902171006767",
        "0212345004807",
        "2912345678906",
        "0000000000000",
        // Of other lengths: GTIN-8, UPC-A, GTIN-14.
        "49123456",
        "036000291452",
        "14901180001715"
      })
  void printedCode_isValid(String code) {
    assertThat(CheckDigit.areDigits(code)).isTrue();
    assertThat(CheckDigit.isRight(code)).isTrue();
  }

  @Test
  void anyCode_hasExactlyOneValidCheckDigit_whichDetectsAnyMisreadDigit() {
    Random random = new Random(20_261_123L);
    for (int i = 0; i < 2_000; i++) {
      String twelve =
          random
              .ints(12, 0, 10)
              .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
              .toString();
      String right = "";
      for (char last = '0'; last <= '9'; last++) {
        if (CheckDigit.isRight(twelve + last)) {
          assertThat(right).as("two right check digits of %s", twelve).isEmpty();
          right = twelve + last;
        }
      }
      assertThat(right).as("no right check digit of %s", twelve).hasSize(13);
      assertThat(twelve + CheckDigit.of(twelve)).isEqualTo(right);
      StringBuilder misread = new StringBuilder(right);
      int at = random.nextInt(13);
      misread.setCharAt(at, (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
      assertThat(CheckDigit.isRight(misread.toString())).as("%s for %s", misread, right).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "490118000171X", "４９０１１８０００１７１８", "-4", "4 "})
  void anythingElse_isRejected(String code) {
    assertThat(CheckDigit.areDigits(code)).isFalse();
  }
}
