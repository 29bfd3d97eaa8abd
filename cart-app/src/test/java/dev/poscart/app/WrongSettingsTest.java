package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.WrongSettings.Wrong;
import dev.poscart.app.config.Variable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong setting stops the start with one line that names it and exit code 2. */
class WrongSettingsTest {

  /** Any text is valid: it is printed on receipts unchanged. */
  private static final Set<Variable> ANYTHING =
      EnumSet.of(Variable.INVOICE_REGISTRATION_NUMBER, Variable.OTEL_SERVICE_NAME);

  /** Their values are not repeated. */
  private static final Set<Variable> SECRETS =
      EnumSet.of(
          Variable.SECRET_KEY,
          Variable.PUBSUB_NOTIFY_API_KEY,
          Variable.OPS_API_KEY,
          Variable.MONGODB_URI,
          Variable.SNAPSHOT_HMAC_KEYS);

  @TempDir Path folder;
  private Map<Variable, List<Wrong>> cases = Map.of();
  private Path profile;
  private ServerSocket taken;

  @BeforeEach
  void prepare() throws IOException {
    profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    cases = new WrongSettings(folder, taken.getLocalPort()).all();
  }

  @AfterEach
  void release() throws IOException {
    taken.close();
  }

  @Test
  void everySetting_withAWrongValue_isNamedInOneLine_andTheExitCodeIs2() {
    assertThat(cases.keySet())
        .as("each setting has a case here, or a reason why it has none")
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(ANYTHING)));
    cases.forEach((variable, wrongs) -> wrongs.forEach(wrong -> assertRefused(variable, wrong)));
  }

  @Test
  void freeTextSettings_acceptAnyValue() {
    Outcome outcome =
        run(
            Map.of(
                Variable.INVOICE_REGISTRATION_NUMBER, "?!",
                Variable.OTEL_SERVICE_NAME, "?!",
                Variable.PORT, "none"));

    assertThat(outcome.lines()).singleElement().asString().startsWith("poscart: PORT: 'none'");
  }

  private void assertRefused(Variable variable, Wrong wrong) {
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.PORT, "0");
    given.put(Variable.STORE_PROFILE, profile.toString());
    given.put(Variable.DATA_DIR, folder.resolve("data").toString());
    given.putAll(wrong.others());
    given.put(variable, wrong.value());

    Outcome outcome = run(given);

    String about = variable + "=" + wrong.value() + ": " + outcome;
    assertThat(outcome.code()).as(about).isEqualTo(OptionalInt.of(2));
    assertThat(outcome.lines())
        .as(about)
        .singleElement()
        .asString()
        .startsWith("poscart: " + variable.name() + ": ")
        .contains("(expected: ")
        .doesNotContain("Exception");
    if (SECRETS.contains(variable)) {
      assertThat(outcome.lines().get(0)).as(about).doesNotContain(wrong.value());
    } else {
      assertThat(outcome.lines().get(0)).as(about).contains("'" + wrong.value() + "'");
    }
  }

  /** The program's error output and exit code. */
  private record Outcome(OptionalInt code, List<String> lines) {}

  private static Outcome run(Map<Variable, String> given) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>();
    given.forEach((variable, value) -> words.addAll(List.of(variable.options().get(0), value)));
    Program program =
        new Program(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            service -> service.thenCompose(Poscart::stop));
    OptionalInt code = program.run(words, Map.of()).toCompletableFuture().join();
    return new Outcome(code, err.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
