package dev.poscart.app.config;

import dev.poscart.adapters.http.PeerServiceConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The peer services that are configured.
 *
 * @param terminalService empty: terminals and stores come from the database
 * @param masterData empty: settings, promotions and payment methods come from the database
 * @param cartState the Dapr sidecar in whose state store kugelpos keeps its carts; empty: they are
 *     not looked for there
 */
public record PeerConfig(
    Optional<PeerServiceConfig> terminalService,
    Optional<PeerServiceConfig> masterData,
    Optional<PeerServiceConfig> cartState) {

  static PeerConfig read(VariableReader variables) {
    return new PeerConfig(
        read(variables, Variable.BASE_URL_TERMINAL, "terminal-service"),
        masterData(variables),
        read(variables, DaprSidecar.read(variables), "cartstore"));
  }

  static Optional<PeerServiceConfig> masterData(VariableReader variables) {
    return read(variables, Variable.BASE_URL_MASTER_DATA, "master-data");
  }

  private static Optional<PeerServiceConfig> read(
      VariableReader variables, Variable address, String name) {
    return read(variables, AddressValues.base(variables, address), name);
  }

  private static Optional<PeerServiceConfig> read(
      VariableReader variables, Optional<URI> address, String name) {
    Duration deadline = variables.seconds(Variable.NEIGHBOUR_TIMEOUT_SECONDS);
    return address.map(base -> new PeerServiceConfig(name, base, deadline));
  }
}
