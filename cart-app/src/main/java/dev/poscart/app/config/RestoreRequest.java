package dev.poscart.app.config;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks whether a backup can be restored.
 *
 * @param from the backup
 */
public record RestoreRequest(Path from) implements Arguments.Request {

  static final String COMMAND = "restore";
  static final String FROM = "--from";

  static CommandSpec command() {
    CommandSpec restore =
        Commands.command(
            COMMAND,
            "Checks whether a backup of the embedded database can be restored.",
            """
            Reads all pages and indexes of the file, then checks the log of every tenant as \
            verify-log does. It changes nothing. A backup of an earlier version is checked on an \
            upgraded copy in the folder for temporary files, which needs as much space as the \
            backup.\
            """,
            Map.of(
                ExitCode.DONE, "it can be restored",
                ExitCode.FAULTY, "it is damaged, or its log has faults, each named in a line",
                ExitCode.REFUSED, "it could not be checked, or a newer version wrote it"),
            "poscart restore --check --from /backup/poscart.db");
    restore.addOption(
        Commands.flag("--check")
            .required(true)
            .description("check only; nothing is changed")
            .build());
    return restore.addOption(
        Commands.option(FROM, "FILE", "the backup to check").required(true).build());
  }
}
