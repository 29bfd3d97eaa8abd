package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.app.config.Arguments.Request;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** The command line and its help. */
class ArgumentsTest {

  @Test
  void option_overridesTheEnvironment() {
    assertThat(
            Arguments.parse(
                List.of("serve", "--port", "1", "--data-dir=x=y"),
                Map.of("PORT", "2", "HOST", "h")))
        .isEqualTo(serve(Map.of(Variable.PORT, "1", Variable.DATA_DIR, "x=y", Variable.HOST, "h")));
  }

  @Test
  void withoutArguments_theEnvironmentApplies() {
    assertThat(Arguments.parse(List.of(), Map.of("PORT", "2")))
        .isEqualTo(serve(Map.of(Variable.PORT, "2")));
  }

  @Test
  void repeatedOption_takesTheLastValue() {
    assertThat(parse("--port", "1", "--host", "h", "--port", "2"))
        .isEqualTo(serve(Map.of(Variable.PORT, "2", Variable.HOST, "h")));
  }

  @Test
  void values_mayLookLikeOptionsOrCommands_orBeEmpty() {
    assertThat(parse("--port", "-1", "--data-dir", "backup", "--host", ""))
        .isEqualTo(
            serve(Map.of(Variable.PORT, "-1", Variable.DATA_DIR, "backup", Variable.HOST, "")));
    assertThat(parse("--receipt-headers", "@file", "--receipt-footers", "${x} %n"))
        .isEqualTo(
            serve(Map.of(Variable.RECEIPT_HEADERS, "@file", Variable.RECEIPT_FOOTERS, "${x} %n")));
  }

  @Test
  void backup_takesItsFile_andTheDataOptions() {
    assertThat(parse("backup", "--data-dir", "d", "--to", "f"))
        .isEqualTo(new Request.Backup(Map.of(Variable.DATA_DIR, "d"), Path.of("f")));
    assertThat(parse("--data-dir", "d", "backup", "--to", "f"))
        .isEqualTo(new Request.Backup(Map.of(Variable.DATA_DIR, "d"), Path.of("f")));
  }

  @Test
  void migrate_takesTheDataAndMasterDataOptions() {
    assertThat(parse("migrate", "--check", "--mongodb-uri", "m", "--tender-rules", "kind"))
        .isEqualTo(
            new Request.MigrationCheck(
                Map.of(Variable.MONGODB_URI, "m", Variable.TENDER_RULES, "kind")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "--prot 1; '--prot' is not a command or option (expected: one that poscart --help lists)",
        "sell 1; 'sell' is not a command or option (expected: help or serve)",
        "--port; --port has no value (expected: --port NUMBER)",
        "backup; missing required option --to (expected: --to FILE)",
        "verify-log; missing required option --tenant (expected: --tenant ID)",
        "backup --to f --port 1; '--port' is not a command or option"
            + " (expected: one that poscart --help lists)",
        "help sell; help: 'sell' (expected: serve, verify-log, backup, restore, migrate, incidents,"
            + " report, export, import-items, demo, load-test, health, config, completion, help)",
        "completion; completion: '' (expected: bash or zsh)",
        "migrate; missing required option --check (expected: --check)",
        "migrate --check --port 1; '--port' is not a command or option"
            + " (expected: one that poscart --help lists)"
      })
  void wrongArguments_areNamedInOneLine(String words, String message) {
    assertThatThrownBy(() -> parse(words.split(" ", -1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource
  void help_namesEverySetting_withItsDefaultAndBounds(Variable setting) {
    String help = unwrapped(printed("--help"));
    assertThat(help)
        .contains(unwrapped(String.join(", ", setting.options()) + "=" + setting.value().label()))
        .contains(unwrapped(setting.meaning() + setting.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "verify-log",
        "backup",
        "restore",
        "migrate",
        "incidents",
        "report",
        "export",
        "import-items",
        "demo",
        "load-test",
        "health",
        "config",
        "completion",
        "help"
      })
  void command_hasItsOwnHelp_withExitCodesAndAnExample(String command) {
    String help = printed(command, "--help");
    assertThat(help)
        .contains("Usage: poscart " + command, "Exit codes:", "Example: poscart " + command)
        .isEqualTo(printed("help", command));
    if (!command.equals("help")) {
      assertThat(help).isEqualTo(printed(command, "-h"));
    }
  }

  @Test
  void helpOfTheProgram_listsTheCommands() {
    assertThat(printed("help"))
        .isEqualTo(printed("-h"))
        .contains("serve", "verify-log", "backup", "migrate", "Commands:", "Exit codes:");
  }

  @Test
  void help_isPlain_ifColorsAreNotWanted() {
    assertThat(Commands.colors(Map.of("NO_COLOR", "1"))).isEqualTo(Ansi.OFF);
    assertThat(Commands.colors(Map.of("NO_COLOR", ""))).isEqualTo(Ansi.AUTO);
  }

  @Test
  void version_isPrinted() {
    assertThat(printed("--version")).isEqualTo("poscart " + Version.NUMBER + "\n");
  }

  private static Request parse(String... words) {
    return Arguments.parse(Arrays.asList(words), Map.of());
  }

  private static String printed(String... words) {
    return ((Request.Print) parse(words)).text();
  }

  /** The help wraps its lines, and breaks words longer than a line. */
  private static String unwrapped(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Request serve(Map<Variable, String> values) {
    return new Request.Serve(values, List.of());
  }
}
