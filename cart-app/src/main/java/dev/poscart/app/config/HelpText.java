package dev.poscart.app.config;

/** The text printed by {@code poscart --help}: commands, exit codes and all settings. */
final class HelpText {

  private static final String COMMANDS =
      """
      Poscart, the cart service of a point-of-sale back end

      Usage: poscart [serve] [OPTION VALUE]...
             poscart verify-log --tenant ID [--expect STORE/TERMINAL=NO:HASH]... [OPTION VALUE]...
             poscart backup --to FILE [OPTION VALUE]...

      serve (the default) runs the service.

      verify-log checks the transaction log of a tenant: transaction and receipt numbers,
      hashes, totals, and reversals. It can run while the service is running. It prints each
      fault on a line of its own, then the log end of each terminal. --expect fails the check
      unless the log still contains a log end printed by an earlier check.
      Exit code: 0 no faults, 1 faults found, 2 the log could not be checked.

      backup copies the embedded database in --data-dir to a new file and verifies the copy, a
      consistent snapshot. It can run while the service is running. To restore, stop the
      service, move poscart.db, poscart.db-wal and poscart.db-shm out of the directory, and
      move the copy there as poscart.db.
      Exit code: 0 the backup was written, 2 it was not.

      Each setting is an environment variable or a command-line option; the option takes
      precedence.

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
