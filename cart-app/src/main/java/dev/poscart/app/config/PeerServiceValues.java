package dev.poscart.app.config;

import dev.poscart.adapters.http.PeerServiceConfig;
import java.time.Duration;
import java.util.Optional;

/** Reads which services beside this one know terminals and reference data. */
final class PeerServiceValues {

  private PeerServiceValues() {}

  static Optional<PeerServiceConfig> terminalService(Values values) {
    return read(values, Variable.BASE_URL_TERMINAL, "terminal-service");
  }

  static Optional<PeerServiceConfig> masterData(Values values) {
    return read(values, Variable.BASE_URL_MASTER_DATA, "master-data");
  }

  private static Optional<PeerServiceConfig> read(Values values, Variable address, String name) {
    Duration deadline = values.seconds(Variable.NEIGHBOUR_TIMEOUT_SECONDS, 0.1, 60);
    return AddressValues.base(values, address)
        .map(base -> new PeerServiceConfig(name, base, deadline));
  }
}
