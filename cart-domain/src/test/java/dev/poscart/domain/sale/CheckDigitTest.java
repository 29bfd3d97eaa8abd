package dev.poscart.domain.sale;

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
        "0000000000000"
      })
  void codeAsPrinted_isRight(String code) {
    assertThat(CheckDigit.applies(code)).isTrue();
    assertThat(CheckDigit.isRight(code)).isTrue();
  }

  @Test
  void anyCode_hasExactlyOneRightLastDigit_andNoDigitCanBeMisread() {
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
      StringBuilder misread = new StringBuilder(right);
      int at = random.nextInt(13);
      misread.setCharAt(at, (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
      assertThat(CheckDigit.isRight(misread.toString())).as("%s for %s", misread, right).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "490118000171", "49011800017188", "490118000171X", "４９０１１８０００１７１８"})
  void anythingElse_isNoSuchCode(String code) {
    assertThat(CheckDigit.applies(code)).isFalse();
  }
}
