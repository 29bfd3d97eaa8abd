package dev.poscart.app.config;

import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Limits and TLS of the HTTP server, and where its requests are traced.
 *
 * @param idleTimeout time without traffic after which a connection is closed
 * @param shutdownDelay time between reporting "not ready" and refusing requests
 * @param loginFailures failed authentications allowed per minute, terminal and address; 0: no limit
 * @param tls empty: plain HTTP
 * @param registerOrigins of all services that a register in the browser may go on at
 */
public record ServerConfig(
    Duration idleTimeout,
    LoadLimits load,
    Duration shutdownDelay,
    int loginFailures,
    Optional<TlsFiles> tls,
    List<String> registerOrigins,
    TracingConfig tracing) {

  static ServerConfig read(VariableReader variables, int maxBodyBytes) {
    return new ServerConfig(
        variables.seconds(Variable.IDLE_TIMEOUT_SECONDS),
        new LoadLimits(
            variables.integer(Variable.MAX_REQUESTS_IN_WORK),
            variables.integer(Variable.MAX_REQUESTS_WAITING),
            variables.integer(Variable.MAX_CONNECTIONS),
            variables.seconds(Variable.RECEIVE_TIMEOUT_SECONDS),
            // At least four clients can send the largest body at the same time.
            Math.max(LoadLimits.DEFAULT.maxBufferedBytes(), 4L * maxBodyBytes)),
        variables.seconds(Variable.SHUTDOWN_DELAY_SECONDS),
        variables.integer(Variable.AUTH_FAILURES_PER_MINUTE),
        PemFiles.identity(variables, Variable.HTTP_TLS_CERT_FILE, Variable.HTTP_TLS_KEY_FILE),
        AddressValues.namedOrigins(variables, Variable.REGISTER_API_ORIGINS),
        TracingConfig.read(variables));
  }
}
