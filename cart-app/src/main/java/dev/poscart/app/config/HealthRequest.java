package dev.poscart.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks a running service whether it is ready.
 *
 * @param service its address
 * @param certificate the service's own, which HTTPS trusts then, and no other
 */
public record HealthRequest(URI service, Optional<Path> certificate) implements Arguments.Request {

  static final String COMMAND = "health";
  static final String URL = "--url";

  static CommandSpec command() {
    CommandSpec health =
        Commands.command(
            COMMAND,
            "Asks a running service whether it is ready.",
            """
            Requests /health/ready, by default of the service on this machine that has the same \
            settings. What is not healthy is printed to standard error.\
            """,
            Map.of(
                ExitCode.DONE, "ready",
                ExitCode.FAULTY, "not ready, or no answer within 4 seconds",
                ExitCode.REFUSED, "a wrong option or setting"),
            "poscart health --port 8003");
    health.addOption(
        Commands.option(URL, "URL", "another service, such as https://pos.example:8003").build());
    List.of(Variable.PORT, Variable.HOST, Variable.HTTP_TLS_CERT_FILE)
        .forEach(setting -> health.addOption(Commands.option(setting)));
    return health;
  }

  /**
   * Reads the options and settings.
   *
   * @throws ConfigurationException if one has a value that is not possible
   */
  static HealthRequest read(Map<Variable, String> values, Optional<String> url) {
    VariableReader variables = new VariableReader(values);
    Optional<Path> certificate = PemFiles.authorities(variables, Variable.HTTP_TLS_CERT_FILE);
    return new HealthRequest(
        url.map(text -> AddressValues.http(URL, text))
            .orElseGet(() -> here(variables, certificate.isPresent())),
        certificate);
  }

  private static URI here(VariableReader variables, boolean https) {
    int port = variables.integer(Variable.PORT);
    if (port == 0) {
      throw variables.wrong(Variable.PORT, "the port on which the service listens");
    }
    return ServiceAddress.of(https, variables.optional(Variable.HOST).orElse("127.0.0.1"), port);
  }
}
