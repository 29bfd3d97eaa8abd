package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** Settings with several names. */
class AliasTest {

  @Test
  void bodyLimit_isSetByEitherName() {
    assertThat(maxBodyBytes(List.of(), Map.of("MAX_BODY_BYTES", "2048"))).isEqualTo(2_048);
    assertThat(maxBodyBytes(List.of(), Map.of("MAX_REQUEST_BODY_BYTES", "4096"))).isEqualTo(4_096);
    assertThat(maxBodyBytes(List.of("--max-request-body-bytes", "8192"), Map.of()))
        .isEqualTo(8_192);
    assertThat(
            maxBodyBytes(
                List.of("--max-body-bytes=8192"), Map.of("MAX_REQUEST_BODY_BYTES", "4096")))
        .isEqualTo(8_192);
  }

  @Test
  void bothNames_mayBeSet_toTheSameValueOnly() {
    assertThat(
            maxBodyBytes(
                List.of(), Map.of("MAX_BODY_BYTES", "2048", "MAX_REQUEST_BODY_BYTES", "2048")))
        .isEqualTo(2_048);
    assertThatThrownBy(
            () ->
                maxBodyBytes(
                    List.of(), Map.of("MAX_BODY_BYTES", "2048", "MAX_REQUEST_BODY_BYTES", "4096")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "MAX_REQUEST_BODY_BYTES: '4096' (expected: the value of MAX_BODY_BYTES, its other"
                + " name, or only one of the two)");
  }

  @Test
  void namesOfSettings_areUnique_andListedInTheHelp() {
    Stream<String> names = Arrays.stream(Variable.values()).flatMap(each -> each.names().stream());
    assertThat(names).doesNotHaveDuplicates();
    assertThat(Commands.help("serve", Ansi.OFF))
        .contains("--max-request-body-bytes", "--request-decompress-max-bytes=");
  }

  private static int maxBodyBytes(List<String> words, Map<String, String> environment) {
    Arguments.Request request = Arguments.parse(words, environment);
    return ServiceConfig.read(((Arguments.Request.Serve) request).values()).maxBodyBytes();
  }
}
