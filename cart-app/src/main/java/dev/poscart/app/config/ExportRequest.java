package dev.poscart.app.config;

import dev.poscart.domain.model.LogEntry;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for the log of a tenant as a file.
 *
 * @param terminal of {@code store}; empty: all terminals
 * @param from {@code YYYYMMDD}: the first business date; empty: the beginning of the log
 * @param until the last business date; empty: the end of the log
 * @param to empty: standard output
 * @param resume whether to go on with an interrupted export to the same file
 */
public record ExportRequest(
    Map<Variable, String> values,
    String tenantId,
    Optional<String> store,
    Optional<Integer> terminal,
    Optional<String> from,
    Optional<String> until,
    Content content,
    Format format,
    Optional<Path> to,
    boolean resume)
    implements Arguments.Request {

  static final String COMMAND = "export";
  static final String RESUME = "--resume";

  private static final String STORE = "--store";
  private static final String TERMINAL = "--terminal";
  private static final String DATE = "--date";
  private static final String UNTIL = "--until";
  private static final String TYPE = "--type";
  private static final String FORMAT = "--format";

  /** What is exported. */
  public enum Content {
    TRANSACTIONS,
    JOURNAL
  }

  /** The form of the file. */
  public enum Format {
    TEXT,
    CSV,
    JSONL
  }

  /** The command without the options that say where the data is. */
  static CommandSpec command() {
    CommandSpec export =
        Commands.command(
            COMMAND,
            "Writes the transactions or the journal of a tenant to a file.",
            """
            Entries come in the order of store, terminal and position in the log. It can run while \
            the service is running. The file appears when it is complete; an interrupted export \
            leaves FILE.part and FILE.state, from which --resume continues.\
            """,
            Map.of(
                ExitCode.DONE, "exported, even if there was nothing to export",
                ExitCode.FAULTY, "exported, except for damaged entries named on standard error",
                ExitCode.REFUSED, "the log could not be read, or the file could not be written"),
            "poscart export --tenant T0001 --date 20261129 --format csv --to 20261129.csv");
    export.addOption(Commands.option(Commands.TENANT, "ID", "the tenant").required(true).build());
    addContents(export);
    export.addOption(
        Commands.option(
                Commands.TO, "FILE", "the file to write; must not exist (default: standard output)")
            .build());
    export.addOption(
        Commands.flag(RESUME)
            .description("continue an interrupted export to the same file")
            .build());
    return export;
  }

  private static void addContents(CommandSpec export) {
    export.addOption(
        Commands.option(TYPE, "TYPE", "transactions or journal (default: transactions)").build());
    export.addOption(
        Commands.option(
                FORMAT,
                "FORMAT",
                "text, csv or jsonl, one JSON object a line" + " (default: jsonl)")
            .build());
    export.addOption(
        Commands.option(STORE, "CODE", "only this store (default: all stores)").build());
    export.addOption(
        Commands.option(TERMINAL, "N", "only this terminal of the store (default: all)").build());
    export.addOption(
        Commands.option(DATE, "YYYYMMDD", "only this business date (default: all)").build());
    export.addOption(
        Commands.option(UNTIL, "YYYYMMDD", "the last business date of a range").build());
  }

  /**
   * Reads the options.
   *
   * @param option the last value of an option
   * @throws ConfigurationException if one has a value that is not possible
   */
  static ExportRequest read(
      Map<Variable, String> values, Function<String, Optional<String>> option, boolean resume) {
    Optional<Integer> terminal =
        option.apply(TERMINAL).map(text -> OptionWords.terminal(TERMINAL, text));
    if (terminal.isPresent() && option.apply(STORE).isEmpty()) {
      throw ConfigurationException.wrongValue(
          TERMINAL, String.valueOf(terminal.get()), "set together with " + STORE);
    }
    Optional<String> from = date(option, DATE);
    Optional<String> until = date(option, UNTIL);
    if (until.isPresent() && from.filter(first -> first.compareTo(until.get()) <= 0).isEmpty()) {
      throw ConfigurationException.wrongValue(
          UNTIL, until.get(), "a date that is not before " + DATE);
    }
    Optional<Path> to = option.apply(Commands.TO).map(Path::of);
    if (resume && to.isEmpty()) {
      throw new ConfigurationException(RESUME + ": without a file (expected: set with --to)");
    }
    return new ExportRequest(
        values,
        option.apply(Commands.TENANT).orElse(""),
        option.apply(STORE),
        terminal,
        from,
        until.or(() -> from),
        word(option, TYPE, Content.TRANSACTIONS),
        word(option, FORMAT, Format.JSONL),
        to,
        resume);
  }

  /** Written as the log has it, so that texts can be compared. */
  private static Optional<String> date(Function<String, Optional<String>> option, String name) {
    return option
        .apply(name)
        .map(text -> DateTimeFormatter.BASIC_ISO_DATE.format(OptionWords.date(name, text)));
  }

  private static <E extends Enum<E>> E word(
      Function<String, Optional<String>> option, String name, E usual) {
    return option
        .apply(name)
        .map(text -> OptionWords.read(name, text, usual.getDeclaringClass()))
        .orElse(usual);
  }

  /** Whether an entry is among those asked for. */
  public boolean includes(LogEntry entry) {
    String date = entry.session().businessDate();
    return store.filter(code -> !code.equals(entry.terminal().storeCode())).isEmpty()
        && terminal.filter(number -> number != entry.terminal().terminalNo()).isEmpty()
        && from.filter(first -> date.compareTo(first) < 0).isEmpty()
        && until.filter(last -> date.compareTo(last) > 0).isEmpty();
  }

  /** Identifies the request: an export is resumed only by the same one. */
  public String fingerprint() {
    return String.join(
        " ",
        tenantId,
        store.orElse("*"),
        terminal.map(String::valueOf).orElse("*"),
        from.orElse("*"),
        until.orElse("*"),
        OptionWords.of(content),
        OptionWords.of(format));
  }
}
