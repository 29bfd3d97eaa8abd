package dev.poscart.app.config;

import dev.poscart.adapters.http.NeighbourConfig;
import java.time.Duration;
import java.util.Optional;

/** Reads which services beside this one know terminals and reference data. */
final class NeighbourValues {

  private NeighbourValues() {}

  static Optional<NeighbourConfig> terminalService(Values values) {
    return read(values, Variable.BASE_URL_TERMINAL, "terminal-service");
  }

  static Optional<NeighbourConfig> masterData(Values values) {
    return read(values, Variable.BASE_URL_MASTER_DATA, "master-data");
  }

  private static Optional<NeighbourConfig> read(Values values, Variable address, String name) {
    Duration deadline = values.seconds(Variable.NEIGHBOUR_TIMEOUT_SECONDS, 0.1, 60);
    return AddressValues.base(values, address)
        .map(base -> new NeighbourConfig(name, base, deadline));
  }
}
