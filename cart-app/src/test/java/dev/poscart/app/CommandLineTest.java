package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all commands have in common, and the exit codes of those that have no test of their own for
 * them.
 */
class CommandLineTest {

  @TempDir Path folder;

  /** As the help of the program lists them. */
  static List<String> commands() {
    String help = CommandOutcome.of("--help").out();
    List<String> commands =
        Pattern.compile("(?m)^  ([a-z-]+) +[A-Z]")
            .matcher(help.substring(help.indexOf("\nCommands:")))
            .results()
            .map(line -> line.group(1))
            .toList();
    assertThat(commands).contains("serve", "verify-log", "health", "help").hasSizeGreaterThan(12);
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_goesToStandardOutput_andSucceeds(String command) {
    CommandOutcome outcome = CommandOutcome.of(command, "--help");
    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).contains("Usage: poscart " + command).doesNotContain("\u001b[");
    assertThat(outcome.err()).isEmpty();
    assertThat(CommandOutcome.of("help", command)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void unknownOption_isRefusedInOneLine_andNothingElseIsPrinted(String command) {
    CommandOutcome outcome = CommandOutcome.of(command, "--no-such-option");
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").contains("(expected: ").hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void versionHelpAndCompletion_succeed_orAreRefused() {
    for (String words : List.of("--version", "help", "completion bash", "completion zsh")) {
      assertThat(CommandOutcome.of(words.split(" ", -1)).code()).as(words).hasValue(0);
    }
    assertRefused("help: 'sell' (expected: serve, ", "help", "sell");
    assertRefused("completion: 'fish' (expected: bash or zsh)", "completion", "fish");
  }

  @Test
  void backup_tellsByItsExitCode_whetherTheFileWasWritten() throws IOException {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    String[] words = {"backup", "--data-dir", data.toString(), "--to", copy.toString()};
    assertRefused("does not exist (expected: a Poscart database)", words);
    assertThat(copy).doesNotExist();

    RunningShop.open(folder, Map.of()).close();
    CommandOutcome outcome = CommandOutcome.of(words);
    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out())
        .isEqualTo("backup of %s: %s, %d bytes%n".formatted(data, copy, Files.size(copy)));
    assertThat(outcome.err()).isEmpty();

    assertRefused("exists already (expected: the name of a new file)", words);
  }

  @Test
  void incidents_succeedIfThereAreNone_andAreRefusedIfTheyCannotBeRead() {
    assertRefused("does not exist (expected: a Poscart database)", incidents());
    RunningShop.open(folder, Map.of()).close();

    CommandOutcome outcome = CommandOutcome.of(incidents());
    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).isEqualTo("tenant A1234: incidents 0\n");
    assertRefused("--kind: 'odd' (expected: ", incidents("--kind", "odd"));
    assertRefused("--limit: '0' (expected: ", incidents("--limit", "0"));
    assertRefused("missing required option --tenant", "incidents");
  }

  private String[] incidents(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "incidents", "--tenant", "A1234", "--data-dir", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private static void assertRefused(String message, String... words) {
    CommandOutcome outcome = CommandOutcome.of(words);
    assertThat(outcome.code()).as(outcome.toString()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").contains(message).hasLineCount(1);
  }
}
