package dev.poscart.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for the settings with which the service would start.
 *
 * @param values the settings that were given
 * @param origins where each came from
 * @param ineffective variables of kugelpos that have no effect, each with the reason
 * @param unreadable what is wrong with the environment or the settings file itself
 * @param check whether to validate the settings instead of listing them
 */
public record ConfigRequest(
    Map<Variable, String> values,
    Map<Variable, String> origins,
    List<String> ineffective,
    List<String> unreadable,
    boolean check)
    implements Arguments.Request {

  static final String COMMAND = "config";
  static final String CHECK = "--check";

  public ConfigRequest {
    ineffective = List.copyOf(ineffective);
    unreadable = List.copyOf(unreadable);
  }

  /** The command without the settings. */
  static CommandSpec command() {
    CommandSpec config =
        Commands.command(
            COMMAND,
            "Prints the settings with which the service would start, and where each comes from.",
            """
            The list has the form of a settings file; secrets and passwords are masked. All \
            options of serve can be given.\
            """,
            Map.of(
                ExitCode.DONE, "printed; with --check: no problems",
                ExitCode.REFUSED, "with --check: problems, one a line on standard error"),
            "poscart config --check --env-file /etc/poscart/poscart.env");
    return config.addOption(
        Commands.flag(CHECK)
            .description("instead, report every wrong setting and a wrong store profile")
            .build());
  }

  static ConfigRequest read(
      Map<Variable, String> options, Map<String, String> environment, boolean check) {
    List<String> problems = new ArrayList<>();
    GivenSettings given =
        GivenSettings.read(
            options, environment, problem -> problems.add(String.valueOf(problem.getMessage())));
    return new ConfigRequest(given.values(), given.origins(), given.ineffective(), problems, check);
  }
}
