package dev.poscart.app;

import dev.poscart.app.config.ConfigRequest;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.SettingsDiagnosis;
import dev.poscart.app.config.SettingsListing;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The {@code config} command: lists or checks the settings. */
final class ConfigCommand {

  private ConfigCommand() {}

  /**
   * Lists or checks the settings.
   *
   * @param problems receives each problem, listed or not
   * @return the exit code
   */
  static int run(ConfigRequest request, PrintStream out, Consumer<String> problems) {
    if (!request.check()) {
      SettingsListing.lines(request).forEach(new OperatorOutput(out)::line);
      return ExitCode.DONE.code();
    }
    List<String> found = new ArrayList<>(request.unreadable());
    SettingsDiagnosis settings = SettingsDiagnosis.of(request.values());
    found.addAll(settings.problems());
    settings.usable().ifPresent(config -> checkProfile(config, found));
    found.forEach(problems);
    if (found.isEmpty()) {
      new OperatorOutput(out).line("settings: no problems");
      return ExitCode.DONE.code();
    }
    return ExitCode.REFUSED.code();
  }

  private static void checkProfile(ServiceConfig config, List<String> problems) {
    try {
      Profile.read(config, Clock.systemUTC());
    } catch (ConfigurationException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
