package dev.poscart.app.config;

import java.net.URI;
import java.util.Optional;

/** Reads the address of the Dapr sidecar, which may be given as kugelpos has it. */
final class DaprSidecar {

  private DaprSidecar() {}

  /** The address without the version of the API. */
  static Optional<URI> read(VariableReader variables) {
    Optional<URI> sidecar = read(variables, Variable.DAPR_HTTP_ENDPOINT);
    Optional<URI> other = read(variables, Variable.BASE_URL_DAPR);
    if (sidecar.isPresent() && other.isPresent() && !sidecar.equals(other)) {
      throw variables.wrong(
          Variable.BASE_URL_DAPR, "the sidecar of DAPR_HTTP_ENDPOINT, or only one of the two");
    }
    return sidecar.or(() -> other);
  }

  /** Accepts the address with or without the version of the API, which kugelpos includes. */
  private static Optional<URI> read(VariableReader variables, Variable variable) {
    return AddressValues.base(variables, variable)
        .map(given -> URI.create(given.toString().replaceFirst("(/v1\\.0)?/?$", "")));
  }
}
