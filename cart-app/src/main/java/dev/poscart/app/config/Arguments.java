package dev.poscart.app.config;

import dev.poscart.domain.usecase.audit.NotedEnd;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line and the environment as a {@link Request}. */
public final class Arguments {

  private Arguments() {}

  /** What the command line asks for. */
  public sealed interface Request
      permits Request.Print,
          Request.Serve,
          Request.VerifyLog,
          Request.Backup,
          Request.MigrationCheck,
          IncidentRequest,
          ReportPrintRequest,
          RestoreRequest,
          ConfigRequest,
          ExportRequest,
          DemoRequest,
          HealthRequest,
          LoadTestRequest,
          ItemImportRequest {

    /** Print a text: the help, or the version. */
    record Print(String text) implements Request {}

    /**
     * Run the service.
     *
     * @param ineffective variables of kugelpos that have no effect, each with the reason
     */
    record Serve(Map<Variable, String> values, List<String> ineffective) implements Request {

      public Serve {
        ineffective = List.copyOf(ineffective);
      }
    }

    /**
     * Check the transaction log of a tenant.
     *
     * @param noted log ends that the log must still contain
     */
    record VerifyLog(Map<Variable, String> values, String tenantId, List<NotedEnd> noted)
        implements Request {

      public VerifyLog {
        noted = List.copyOf(noted);
      }
    }

    /**
     * Back up the embedded database.
     *
     * @param target the file to write; must not exist
     */
    record Backup(Map<Variable, String> values, Path target) implements Request {}

    /** Check the databases of kugelpos before the switch. */
    record MigrationCheck(Map<Variable, String> values) implements Request {}
  }

  /**
   * Reads the command line. An option takes precedence over the environment variable of the same
   * name.
   *
   * @throws ConfigurationException for an unknown word, an option without a value or a missing
   *     required option
   */
  public static Request parse(List<String> words, Map<String, String> environment) {
    ParseResult root;
    try {
      root = Commands.create().parseArgs(words.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new ConfigurationException(problem(e), e);
    }
    ParseResult command = root.hasSubcommand() ? root.subcommand() : root;
    Optional<String> text = text(command, Commands.colors(environment));
    if (text.isPresent()) {
      return new Request.Print(text.get());
    }
    Map<Variable, String> options = new EnumMap<>(Variable.class);
    addOptions(root, options);
    addOptions(command, options);
    if (command.commandSpec().name().equals(ConfigRequest.COMMAND)) {
      return ConfigRequest.read(
          options, environment, command.hasMatchedOption(ConfigRequest.CHECK));
    }
    GivenSettings given =
        GivenSettings.read(
            options,
            environment,
            problem -> {
              throw problem;
            });
    return request(command, given.values(), given.ineffective());
  }

  /** The text that is asked for, if that is all. */
  private static Optional<String> text(ParseResult command, Ansi colors) {
    String name = command.commandSpec().name();
    if (command.isUsageHelpRequested()) {
      return Optional.of(command.commandSpec().commandLine().getUsageMessage(colors));
    }
    if (command.isVersionHelpRequested()) {
      return Optional.of(Commands.version() + "\n");
    }
    if (name.equals(Commands.HELP)) {
      return Optional.of(
          Commands.help(command.matchedPositionalValue(0, Commands.POSCART), colors));
    }
    return name.equals(Commands.COMPLETION)
        ? Optional.of(Completion.script(command.matchedPositionalValue(0, "")))
        : Optional.empty();
  }

  private static Request request(
      ParseResult command, Map<Variable, String> values, List<String> ineffective) {
    return switch (command.commandSpec().name()) {
      case Commands.VERIFY_LOG ->
          new Request.VerifyLog(
              values,
              values(command, Commands.TENANT).get(0),
              values(command, Commands.EXPECT).stream().map(NotedEnds::read).toList());
      case Commands.MIGRATE -> new Request.MigrationCheck(values);
      case IncidentRequest.COMMAND ->
          IncidentRequest.read(
              values,
              values(command, Commands.TENANT).get(0),
              last(command, IncidentRequest.CART),
              last(command, IncidentRequest.KIND),
              last(command, IncidentRequest.LIMIT));
      case ReportPrintRequest.COMMAND ->
          ReportPrintRequest.read(
              values,
              option -> last(command, option),
              command.hasMatchedOption(ReportPrintRequest.Z));
      default -> fileRequest(command, values, ineffective);
    };
  }

  /** A request that reads or writes files. */
  private static Request fileRequest(
      ParseResult command, Map<Variable, String> values, List<String> ineffective) {
    return switch (command.commandSpec().name()) {
      case Commands.BACKUP ->
          new Request.Backup(values, Path.of(values(command, Commands.TO).get(0)));
      case RestoreRequest.COMMAND ->
          new RestoreRequest(Path.of(values(command, RestoreRequest.FROM).get(0)));
      case ExportRequest.COMMAND ->
          ExportRequest.read(
              values,
              option -> last(command, option),
              command.hasMatchedOption(ExportRequest.RESUME));
      case ItemImportRequest.COMMAND ->
          ItemImportRequest.read(
              values,
              option -> last(command, option),
              command.hasMatchedOption(ItemImportRequest.KEEP_GOOD));
      default -> serviceRequest(command, values, ineffective);
    };
  }

  /** A request to a running service, or one that serves. */
  private static Request serviceRequest(
      ParseResult command, Map<Variable, String> values, List<String> ineffective) {
    return switch (command.commandSpec().name()) {
      case DemoRequest.COMMAND -> DemoRequest.read(values, option -> last(command, option));
      case LoadTestRequest.COMMAND ->
          LoadTestRequest.read(
              option -> last(command, option), command.hasMatchedOption(LoadTestRequest.CANCEL));
      case HealthRequest.COMMAND -> HealthRequest.read(values, last(command, HealthRequest.URL));
      default -> new Request.Serve(values, ineffective);
    };
  }

  /** All values of an option; empty if it was not given. The last one counts. */
  private static List<String> values(ParseResult command, String option) {
    return Optional.ofNullable(command.matchedOption(option))
        .map(OptionSpec::stringValues)
        .orElse(List.of());
  }

  private static Optional<String> last(ParseResult command, String option) {
    return values(command, option).stream().reduce((before, after) -> after);
  }

  private static void addOptions(ParseResult command, Map<Variable, String> values) {
    for (Variable variable : Variable.values()) {
      List<String> given = values(command, variable.options().get(0));
      if (!given.isEmpty()) {
        values.put(variable, given.get(given.size() - 1));
      }
    }
  }

  /** What is wrong with the command line, in one line. */
  private static String problem(ParameterException failure) {
    if (failure instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      String expected = " (expected: " + option.longestName() + label + ")";
      return option.required() && option.stringValues().isEmpty()
          ? "missing required option " + option.longestName() + expected
          : option.longestName() + " has no value" + expected;
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      return "'"
          + unmatched.getUnmatched().get(0)
          + "' is not a command or option (expected: "
          + (similar.isEmpty() ? "one that poscart --help lists" : String.join(" or ", similar))
          + ")";
    }
    return String.valueOf(failure.getMessage());
  }
}
