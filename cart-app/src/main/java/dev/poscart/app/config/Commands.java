package dev.poscart.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands of the program: their options, which come from {@link Variable}, and their help. */
final class Commands {

  static final String POSCART = "poscart";
  static final String VERIFY_LOG = "verify-log";
  static final String BACKUP = "backup";
  static final String MIGRATE = "migrate";
  static final String COMPLETION = "completion";
  static final String HELP = "help";
  static final String TENANT = "--tenant";
  static final String EXPECT = "--expect";
  static final String TO = "--to";

  private static final String SERVE = "serve";
  private static final int WIDTH = 100;
  private static final int OPTION_WIDTH = 44;

  private static final Map<ExitCode, String> EXIT_CODES_OF_SERVE =
      Map.of(
          ExitCode.DONE, "stopped by a signal, after requests in flight were finished",
          ExitCode.FAULTY, "a bug; the log has the stack trace",
          ExitCode.REFUSED, "a wrong option or setting, named in one line on standard error");

  private Commands() {}

  /** The program with its commands. Without a command it serves. */
  static CommandLine create() {
    CommandSpec root =
        command(
            POSCART,
            "Poscart, the cart service of a point-of-sale back end.",
            """
            Without a command it runs the service. Each setting is a command-line option or an \
            environment variable: --data-dir is DATA_DIR. The option takes precedence.\
            """,
            EXIT_CODES_OF_SERVE,
            "poscart --port 8080 --data-dir /var/lib/poscart");
    settings(root);
    addCommands(root);
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setAllowSubcommandsAsOptionParameters(true)
        .setUsageHelpWidth(WIDTH)
        .setUsageHelpLongOptionsMaxWidth(OPTION_WIDTH);
  }

  private static void addCommands(CommandSpec root) {
    root.addSubcommand(SERVE, serve());
    root.addSubcommand(VERIFY_LOG, DataCommands.verifyLog());
    root.addSubcommand(BACKUP, DataCommands.backup());
    root.addSubcommand(RestoreRequest.COMMAND, RestoreRequest.command());
    root.addSubcommand(MIGRATE, DataCommands.migrate());
    root.addSubcommand(IncidentRequest.COMMAND, data(IncidentRequest.command()));
    root.addSubcommand(
        ReportPrintRequest.COMMAND,
        data(ReportPrintRequest.command()).addOption(option(Variable.TIMEZONE)));
    root.addSubcommand(ExportRequest.COMMAND, data(ExportRequest.command()));
    root.addSubcommand(ItemImportRequest.COMMAND, ItemImportRequest.command());
    root.addSubcommand(DemoRequest.COMMAND, demo());
    root.addSubcommand(LoadTestRequest.COMMAND, LoadTestRequest.command());
    root.addSubcommand(HealthRequest.COMMAND, HealthRequest.command());
    root.addSubcommand(ConfigRequest.COMMAND, config());
    root.addSubcommand(COMPLETION, completion());
    root.addSubcommand(HELP, helpCommand());
  }

  /**
   * The help of a command.
   *
   * @throws ConfigurationException if there is no such command
   */
  static String help(String command, Ansi colors) {
    CommandLine program = create();
    CommandLine shown = command.equals(POSCART) ? program : program.getSubcommands().get(command);
    return Optional.ofNullable(shown)
        .orElseThrow(
            () ->
                ConfigurationException.wrongValue(
                    HELP, command, String.join(", ", program.getSubcommands().keySet())))
        .getUsageMessage(colors);
  }

  /** Colors for a terminal, unless the environment has NO_COLOR (https://no-color.org). */
  static Ansi colors(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.AUTO : Ansi.OFF;
  }

  /** The name and version of the program. */
  static String version() {
    return POSCART + " " + Version.NUMBER;
  }

  private static CommandSpec serve() {
    CommandSpec serve =
        command(SERVE, "Runs the service.", "", EXIT_CODES_OF_SERVE, "poscart serve --port 8080");
    settings(serve);
    return serve;
  }

  private static CommandSpec config() {
    CommandSpec config = ConfigRequest.command();
    settings(config);
    return config;
  }

  private static CommandSpec demo() {
    CommandSpec demo = DemoRequest.command();
    List.of(Variable.PORT, Variable.HOST, Variable.DATA_DIR)
        .forEach(setting -> demo.addOption(option(setting)));
    return demo;
  }

  private static CommandSpec completion() {
    CommandSpec completion =
        command(
            COMPLETION,
            "Prints a script that completes commands and options in a shell.",
            """
            For bash: source <(poscart completion bash). For zsh, in .zshrc after compinit: \
            source <(poscart completion zsh).\
            """,
            Map.of(ExitCode.DONE, "printed", ExitCode.REFUSED, "there is no script for this shell"),
            "poscart completion bash > /etc/bash_completion.d/poscart");
    return completion.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .paramLabel("SHELL")
            .type(String.class)
            .completionCandidates(Completion.SHELLS)
            .description("bash or zsh")
            .build());
  }

  private static CommandSpec helpCommand() {
    CommandSpec help =
        command(
            HELP,
            "Prints the help of a command.",
            "",
            Map.of(ExitCode.DONE, "printed", ExitCode.REFUSED, "there is no such command"),
            "poscart help backup");
    return help.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("COMMAND")
            .type(String.class)
            .description("the command to explain")
            .build());
  }

  static CommandSpec command(
      String name,
      String purpose,
      String description,
      Map<ExitCode, String> exitCodes,
      String example) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.addOption(flag("-h", "--help").usageHelp(true).description("print this help").build());
    spec.addOption(
        flag("-V", "--version").versionHelp(true).description("print the version").build());
    Map<String, String> codes = new TreeMap<>();
    exitCodes.forEach((exit, meaning) -> codes.put(String.valueOf(exit.code()), meaning));
    spec.usageMessage()
        .header(purpose, "")
        .description(description.isEmpty() ? new String[0] : new String[] {"", description, ""})
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .sortSynopsis(false)
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes)
        .footer("", "Example: " + example);
    return spec;
  }

  /** All settings, under the headings of their groups. */
  private static void settings(CommandSpec spec) {
    for (SettingGroup group : SettingGroup.values()) {
      ArgGroupSpec.Builder section =
          ArgGroupSpec.builder().validate(false).heading("%n" + group.heading() + ":%n");
      group.settings().forEach(setting -> section.addArg(option(setting)));
      spec.addArgGroup(section.build());
    }
  }

  /** The settings that say where the data is. */
  static CommandSpec data(CommandSpec spec) {
    List.of(Variable.DATA_DIR, Variable.MONGODB_URI, Variable.DB_NAME_PREFIX)
        .forEach(setting -> spec.addOption(option(setting)));
    return spec;
  }

  static OptionSpec option(Variable setting) {
    return OptionSpec.builder(setting.options().toArray(String[]::new))
        .type(String.class)
        .paramLabel(setting.value().label())
        .description(escaped(setting.meaning() + setting.value()))
        .build();
  }

  static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }

  static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  /** Descriptions are format strings. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
