package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * docs/command-line.md has the help of every command. Run with {@code -Dposcart.docs.write=true},
 * the test writes it.
 */
class DocumentedCommandsTest {

  private static final Path PAGE = Path.of("..", "docs", "command-line.md");

  static Set<String> commands() {
    Set<String> commands = new TreeSet<>(Commands.create().getSubcommands().keySet());
    // Its options are all settings, which docs/settings.md has.
    commands.removeAll(Set.of("serve", "config"));
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_isOnThePage(String command) throws IOException {
    String help = "```text\n" + Commands.help(command, Ansi.OFF).stripTrailing() + "\n```\n";
    if (Boolean.getBoolean("poscart.docs.write")) {
      String block = "(?s)(### `" + command + "`\n\n)(```text\n.*?\n```\n)?";
      Files.writeString(PAGE, page().replaceFirst(block, "$1" + Matcher.quoteReplacement(help)));
    }
    assertThat(page()).contains("### `" + command + "`\n\n" + help);
  }

  @Test
  void exitCodes_areOnThePage() throws IOException {
    String table =
        Commands.create().getSubcommands().entrySet().stream()
            .map(each -> row(each.getKey(), each.getValue()))
            .collect(
                Collectors.joining("\n", "| command | 0 | 1 | 2 |\n|---|---|---|---|\n", "\n"));
    if (Boolean.getBoolean("poscart.docs.write")) {
      String rows = "(## Exit codes\n\n)(\\|[^\n]*\n)*";
      Files.writeString(PAGE, page().replaceFirst(rows, "$1" + Matcher.quoteReplacement(table)));
    }
    assertThat(page()).contains("## Exit codes\n\n" + table);
  }

  @Test
  void everyCommand_isOnThePage() throws IOException {
    Set<String> described =
        Pattern.compile("(?m)^### `(.*)`$")
            .matcher(page())
            .results()
            .map(heading -> heading.group(1))
            .collect(Collectors.toSet());
    assertThat(described).isEqualTo(Commands.create().getSubcommands().keySet());
  }

  private static String row(String name, CommandLine command) {
    Map<String, String> codes = command.getCommandSpec().usageMessage().exitCodeList();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            name,
            codes.getOrDefault("0", ""),
            codes.getOrDefault("1", ""),
            codes.getOrDefault("2", ""));
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }
}
