package dev.poscart.web;

import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Server configurations with defaults for what a test is not about. */
final class WebConfigs {

  private WebConfigs() {}

  /** Plain HTTP with default load limits and without a limit on failed authentications. */
  static WebConfig of(
      Optional<String> host,
      int port,
      int maxBodyBytes,
      Duration requestTimeout,
      Duration drainTimeout,
      Duration idleTimeout,
      int maxThreads,
      Set<String> corsOrigins,
      String version) {
    return of(
        host,
        port,
        maxBodyBytes,
        requestTimeout,
        drainTimeout,
        idleTimeout,
        maxThreads,
        corsOrigins,
        version,
        LoadLimits.DEFAULT,
        0);
  }

  /** Plain HTTP. */
  static WebConfig of(
      Optional<String> host,
      int port,
      int maxBodyBytes,
      Duration requestTimeout,
      Duration drainTimeout,
      Duration idleTimeout,
      int maxThreads,
      Set<String> corsOrigins,
      String version,
      LoadLimits load,
      int loginFailures) {
    return new WebConfig(
        host,
        port,
        maxBodyBytes,
        requestTimeout,
        drainTimeout,
        idleTimeout,
        maxThreads,
        corsOrigins,
        version,
        load,
        loginFailures,
        Optional.empty());
  }

  static WebConfig throttled(WebConfig config, int loginFailures) {
    return of(
        config.host(),
        config.port(),
        config.maxBodyBytes(),
        config.requestTimeout(),
        config.drainTimeout(),
        config.idleTimeout(),
        config.maxThreads(),
        config.corsOrigins(),
        config.version(),
        config.load(),
        loginFailures);
  }

  static WebConfig withTls(WebConfig config, TlsFiles files) {
    return new WebConfig(
        config.host(),
        config.port(),
        config.maxBodyBytes(),
        config.requestTimeout(),
        config.drainTimeout(),
        config.idleTimeout(),
        config.maxThreads(),
        config.corsOrigins(),
        config.version(),
        config.load(),
        config.loginFailures(),
        Optional.of(files));
  }
}
