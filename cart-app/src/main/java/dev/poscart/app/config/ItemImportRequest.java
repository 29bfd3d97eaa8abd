package dev.poscart.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for items in a store profile.
 *
 * @param items the file with the items
 * @param profile the store profile, which may not exist yet
 * @param tenantId whose items they are; empty: of the only tenant of the profile
 * @param keepGood whether to import the good items if others are bad
 */
public record ItemImportRequest(
    Path items, Path profile, Optional<String> tenantId, boolean keepGood)
    implements Arguments.Request {

  static final String COMMAND = "import-items";
  static final String KEEP_GOOD = "--keep-good";

  private static final String ITEMS = "--items";

  static CommandSpec command() {
    CommandSpec command =
        Commands.command(
            COMMAND,
            "Imports items from a CSV or JSON file into a store profile.",
            """
            Items replace those of the same code; the others are added. If the store profile does \
            not exist, it is made from the demo store's. A running service does not change until \
            it is restarted. CSV has a header line with the keys of items in a store \
            profile: itemCode, unitPrice, taxCode, description and so on; JSON has a list of \
            objects with these keys.\
            """,
            Map.of(
                ExitCode.DONE,
                    "imported; with --keep-good: except for the bad items that are named",
                ExitCode.FAULTY, "bad items, each named in a line; nothing was imported",
                ExitCode.REFUSED, "a file cannot be read or written, or is not valid"),
            "poscart import-items --items items.csv --store-profile my-store.json");
    command.addOption(
        Commands.option(ITEMS, "FILE", "the items: a file whose name ends in .csv or .json")
            .required(true)
            .build());
    command.addOption(Commands.option(Variable.STORE_PROFILE));
    command.addOption(
        Commands.option(
                Commands.TENANT, "ID", "the tenant (default: the only one of the store profile)")
            .build());
    return command.addOption(
        Commands.flag(KEEP_GOOD).description("import the good items if others are bad").build());
  }

  /**
   * Reads the options.
   *
   * @param option the last value of an option
   * @throws ConfigurationException if one is missing or has a value that is not possible
   */
  static ItemImportRequest read(
      Map<Variable, String> values, Function<String, Optional<String>> option, boolean keepGood) {
    String items = option.apply(ITEMS).orElse("");
    if (!items.endsWith(".csv") && !items.endsWith(".json")) {
      throw ConfigurationException.wrongValue(ITEMS, items, "a file that ends in .csv or .json");
    }
    Path profile =
        new VariableReader(values)
            .path(Variable.STORE_PROFILE)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "STORE_PROFILE: not set (expected: the store profile to import into)"));
    return new ItemImportRequest(Path.of(items), profile, option.apply(Commands.TENANT), keepGood);
  }
}
