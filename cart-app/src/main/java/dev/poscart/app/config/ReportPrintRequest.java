package dev.poscart.app.config;

import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.usecase.report.ReportRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for an X or Z report on paper.
 *
 * @param profile has the names of categories
 * @param zone of the time that is printed
 */
public record ReportPrintRequest(
    Map<Variable, String> values, ProfileLocation profile, ReportRequest report, ZoneId zone)
    implements Arguments.Request {

  static final String COMMAND = "report";
  static final String Z = "--z";

  private static final String STORE = "--store";
  private static final String TERMINAL = "--terminal";
  private static final String DATE = "--date";
  private static final String UNTIL = "--until";
  private static final String TYPE = "--type";

  private static final String TYPES = OptionWords.all(ReportKind.class);

  /** The command without the options that say where the data is. */
  static CommandSpec command() {
    CommandSpec report =
        Commands.command(
            COMMAND,
            "Prints an X or Z report of a terminal or a store.",
            """
            Prints the report as a till does, 32 columns wide, after checking its figures against \
            the log. It can run while the service is running.\
            """,
            Map.of(
                ExitCode.DONE, "printed",
                ExitCode.FAULTY, "no Z report, because a terminal is open, or wrong figures",
                ExitCode.REFUSED, "the log could not be read"),
            "poscart report --tenant T0001 --store 0001 --date 20261129 --z");
    report.addOption(Commands.option(Commands.TENANT, "ID", "the tenant").required(true).build());
    report.addOption(Commands.option(STORE, "CODE", "the store").required(true).build());
    report.addOption(
        Commands.option(TERMINAL, "N", "only this terminal (default: the whole store)").build());
    report.addOption(Commands.option(DATE, "YYYYMMDD", "the business date").required(true).build());
    report.addOption(
        Commands.option(UNTIL, "YYYYMMDD", "the last business date of a range").build());
    report.addOption(
        Commands.option(TYPE, "TYPE", "what to list: " + TYPES + " (default: sales)").build());
    report.addOption(
        Commands.flag(Z).description("a Z report, which needs all its sessions closed").build());
    report.addOption(Commands.option(Variable.STORE_PROFILE));
    return report;
  }

  /**
   * Reads the options.
   *
   * @param option the last value of an option
   * @param z whether it is a Z report
   * @throws ConfigurationException if one has a value that is not possible
   */
  static ReportPrintRequest read(
      Map<Variable, String> values, Function<String, Optional<String>> option, boolean z) {
    LocalDate from = OptionWords.date(DATE, option.apply(DATE).orElse(""));
    LocalDate to = option.apply(UNTIL).map(text -> OptionWords.date(UNTIL, text)).orElse(from);
    if (to.isBefore(from)) {
      throw ConfigurationException.wrongValue(
          UNTIL, option.apply(UNTIL).orElse(""), "a date that is not before " + DATE);
    }
    StoreKey store =
        new StoreKey(option.apply(Commands.TENANT).orElse(""), option.apply(STORE).orElse(""));
    return new ReportPrintRequest(
        values,
        ProfileLocation.read(new VariableReader(values)),
        new ReportRequest(
            option
                .apply(TYPE)
                .map(word -> OptionWords.read(TYPE, word, ReportKind.class))
                .orElse(ReportKind.SALES),
            store,
            option.apply(TERMINAL).map(text -> OptionWords.terminal(TERMINAL, text)),
            z,
            new ReportPeriod(from, to),
            Optional.empty()),
        new VariableReader(values).zone(Variable.TIMEZONE));
  }
}
