package dev.poscart.app.config;

import java.util.List;
import picocli.AutoComplete;

/** Scripts with which a shell completes commands and options. */
final class Completion {

  static final List<String> SHELLS = List.of("bash", "zsh");

  private Completion() {}

  /**
   * The script for a shell. Both get the same one: in zsh it turns on the emulation of bash's
   * completion.
   *
   * @throws ConfigurationException if there is none for this shell
   */
  static String script(String shell) {
    if (!SHELLS.contains(shell)) {
      throw ConfigurationException.wrongValue(Commands.COMPLETION, shell, "bash or zsh");
    }
    return AutoComplete.bash(Commands.POSCART, Commands.create());
  }
}
