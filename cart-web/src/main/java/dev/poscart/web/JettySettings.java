package dev.poscart.web;

import dev.poscart.web.load.LoadGuard;
import dev.poscart.web.tls.TlsPort;
import io.javalin.config.JettyConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** How the HTTP server underneath listens, limits and shuts down. */
record JettySettings(WebConfig config, ThreadPool threads, LoadGuard guard, GracefulHandler drain) {

  private static final int MAX_HEADER_BYTES = 16_384;

  /** How long an idle connection lives on once the server shuts down. */
  private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(200);

  void apply(JettyConfig jetty) {
    jetty.threadPool = threads;
    jetty.modifyServer(this::configureServer);
    jetty.modifyHttpConfiguration(JettySettings::configureHttp);
    jetty.addConnector(this::connector);
  }

  private void configureServer(Server server) {
    server.setStopTimeout(config.drainTimeout().toMillis());
    server.setErrorHandler(new JettyErrors(drain));
    server.insertHandler(new HiddenHeaders());
    guard.protect(server);
    // Answers 503 once the server shuts down, and keeps it up while requests are in flight.
    server.insertHandler(drain);
  }

  private static void configureHttp(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
  }

  /**
   * The idle time-out is the connector's, not the HTTP configuration's: the latter is put back
   * after each request, and a connection whose request ends while the server shuts down would stay
   * open for the whole of it.
   */
  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        config
            .tls()
            .map(files -> TlsPort.connector(files, server, http))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    config.host().ifPresent(connector::setHost);
    connector.setPort(config.port());
    // All tills at once, after a restart: who finds no place here tries again a second later.
    connector.setAcceptQueueSize(config.load().maxConnections());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    guard.watch(connector);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    return connector;
  }
}
