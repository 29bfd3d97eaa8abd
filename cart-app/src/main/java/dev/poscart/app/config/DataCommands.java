package dev.poscart.app.config;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that check or copy existing data. */
final class DataCommands {

  private DataCommands() {}

  static CommandSpec verifyLog() {
    CommandSpec check =
        Commands.command(
            Commands.VERIFY_LOG,
            "Checks the transaction log of a tenant.",
            """
            Checks transaction and receipt numbers, hashes, totals and reversals. It can run while \
            the service is running. It prints each fault on a line of its own, then the log end of \
            each terminal.\
            """,
            Map.of(
                ExitCode.DONE, "no faults",
                ExitCode.FAULTY, "faults found",
                ExitCode.REFUSED, "the log could not be checked"),
            "poscart verify-log --tenant T0001 --data-dir /var/lib/poscart");
    check.addOption(
        Commands.option(Commands.TENANT, "ID", "the tenant to check").required(true).build());
    check.addOption(
        Commands.option(
                Commands.EXPECT,
                "STORE/TERMINAL=NO:HASH",
                "a log end printed by an earlier check, which the log must still contain; can be"
                    + " given several times")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    return Commands.data(check);
  }

  static CommandSpec backup() {
    CommandSpec backup =
        Commands.command(
            Commands.BACKUP,
            "Copies the embedded database to a new file and verifies the copy.",
            """
            The copy is a consistent snapshot; the service may be running. To restore it, check it \
            with restore --check, stop the service, move poscart.db, poscart.db-wal and \
            poscart.db-shm out of the directory, and move the copy there as poscart.db.\
            """,
            Map.of(
                ExitCode.DONE, "the backup was written", ExitCode.REFUSED, "no backup was written"),
            "poscart backup --data-dir /var/lib/poscart --to /backup/poscart.db");
    backup.addOption(
        Commands.option(Commands.TO, "FILE", "the file to write; must not exist")
            .required(true)
            .build());
    return Commands.data(backup);
  }

  static CommandSpec migrate() {
    CommandSpec migrate =
        Commands.command(
            Commands.MIGRATE,
            "Checks the databases of kugelpos's cart service before the switch.",
            """
            Prints tenants, last numbers, open carts, undelivered events, indexes in the way, and \
            documents that cannot be read. It changes nothing, and kugelpos may be running.\
            """,
            Map.of(
                ExitCode.DONE, "nothing is in the way",
                ExitCode.FAULTY, "findings that need action, each on a line with 'action:'",
                ExitCode.REFUSED, "the databases or the master-data service could not be read"),
            "poscart migrate --check --mongodb-uri mongodb://localhost:27017");
    migrate.addOption(
        Commands.flag("--check")
            .required(true)
            .description("check only; nothing is changed")
            .build());
    List.of(
            Variable.MONGODB_URI,
            Variable.DB_NAME_PREFIX,
            Variable.BASE_URL_MASTER_DATA,
            Variable.SECRET_KEY,
            Variable.TENDER_RULES)
        .forEach(setting -> migrate.addOption(Commands.option(setting)));
    return migrate;
  }
}
