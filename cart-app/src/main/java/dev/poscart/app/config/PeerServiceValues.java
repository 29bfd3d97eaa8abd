package dev.poscart.app.config;

import dev.poscart.adapters.http.PeerServiceConfig;
import java.time.Duration;
import java.util.Optional;

/** Reads which peer services provide terminals and reference data. */
final class PeerServiceValues {

  private PeerServiceValues() {}

  static Optional<PeerServiceConfig> terminalService(VariableReader variables) {
    return read(variables, Variable.BASE_URL_TERMINAL, "terminal-service");
  }

  static Optional<PeerServiceConfig> masterData(VariableReader variables) {
    return read(variables, Variable.BASE_URL_MASTER_DATA, "master-data");
  }

  private static Optional<PeerServiceConfig> read(
      VariableReader variables, Variable address, String name) {
    Duration deadline = variables.seconds(Variable.NEIGHBOUR_TIMEOUT_SECONDS);
    return AddressValues.base(variables, address)
        .map(base -> new PeerServiceConfig(name, base, deadline));
  }
}
