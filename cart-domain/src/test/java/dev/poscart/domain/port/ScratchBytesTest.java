package dev.poscart.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.fixtures.Race;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchBytesTest {

  @Test
  void aShortText_afterALongOne_isAsLongAsItself() throws IOException {
    assertThat(written("x".repeat(100_000))).hasSize(100_000);
    assertThat(written("ab")).isEqualTo("ab");
    assertThat(written("")).isEmpty();
  }

  @Test
  void aTextWithinATextBeingWritten_hasAMemoryOfItsOwn() throws IOException {
    byte[] outer =
        ScratchBytes.of(
            out -> {
              out.write('[');
              out.write(ScratchBytes.of(inner -> inner.write('x')));
              out.write(']');
            });

    assertThat(new String(outer, StandardCharsets.UTF_8)).isEqualTo("[x]");
  }

  @Test
  void textsOfManyThreads_stayApart() {
    List<Boolean> same =
        Race.of(
            16,
            thread ->
                IntStream.range(0, 500)
                    .mapToObj(i -> (thread + "-" + i + " ").repeat(i % 50))
                    .allMatch(text -> text.equals(unchecked(text))));

    assertThat(same).containsOnly(true);
  }

  @Test
  void aFailure_isPassedOn() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                ScratchBytes.of(
                    out -> {
                      throw new IOException("full");
                    }))
        .withMessage("full");
  }

  private static String written(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(ScratchBytes.of(out -> out.write(bytes)), StandardCharsets.UTF_8);
  }

  private static String unchecked(String text) {
    try {
      return written(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
