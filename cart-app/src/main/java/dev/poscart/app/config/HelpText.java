package dev.poscart.app.config;

/** What the program says of itself. */
final class HelpText {

  private static final String COMMANDS =
      """
      Poscart, the cart service of a point-of-sale back end

      Usage: poscart [serve] [option value]...
             poscart verify-log --tenant ID [--expect STORE/TERMINAL=NO:HASH]... [option value]...
             poscart backup --to FILE [option value]...

      verify-log checks a tenant's transaction log, also while the service runs: numbers,
      receipt numbers, hashes, totals and reversals. It tells each fault on a line and the
      end of each till's log; --expect names an end noted earlier that must still be there.
      Exit code 0: nothing is wrong, 1: faults were found, 2: it could not be checked.

      backup copies the embedded database in --data-dir to a new file, also while the service
      runs: as it is at one moment, in one file, checked. To restore it, end the service and
      put it in the place of poscart.db in a folder without poscart.db-wal.
      Exit code 0: the copy is there, 2: it is not.

      Each setting is an environment variable or an option; the option wins.

      """;

  private HelpText() {}

  static String text() {
    StringBuilder text = new StringBuilder(COMMANDS);
    for (Variable variable : Variable.values()) {
      String bounds = variable.bounds().map(each -> ", " + each).orElse("");
      String defaultValue =
          variable.defaultValue().isEmpty()
              ? ""
              : " (default: " + variable.defaultValue() + bounds + ")";
      for (int i = 0; i < variable.names().size(); i++) {
        text.append("  ").append(variable.options().get(i));
        text.append(", ").append(variable.names().get(i)).append('\n');
      }
      text.append("      ").append(variable.meaning()).append(defaultValue).append('\n');
    }
    return text.toString();
  }
}
