package dev.poscart.app.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where traces go.
 *
 * @param endpoint base URL of a collector (OTLP over HTTP); empty: nothing is traced
 * @param serviceName of this service in traces
 */
public record TracingConfig(Optional<URI> endpoint, String serviceName) {

  static TracingConfig read(VariableReader variables) {
    return new TracingConfig(
        AddressValues.base(variables, Variable.OTEL_EXPORTER_OTLP_ENDPOINT),
        variables.text(Variable.OTEL_SERVICE_NAME));
  }
}
