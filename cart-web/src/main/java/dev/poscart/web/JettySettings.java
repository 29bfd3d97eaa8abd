package dev.poscart.web;

import dev.poscart.web.load.LoadGuard;
import dev.poscart.web.tls.TlsPort;
import io.javalin.config.JettyConfig;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
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
    // Buffers are not pooled, and made anew they cost less on the heap.
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
  }

  /**
   * The idle time-out is the connector's, not the HTTP configuration's: the latter is put back
   * after each request, and a connection whose request ends while the server shuts down would stay
   * open for the whole of it.
   */
  private Connector connector(Server server, HttpConfiguration http) {
    List<ConnectionFactory> protocols =
        config
            .tls()
            .map(files -> TlsPort.protocols(files, server, http))
            .orElseGet(() -> List.of(new HttpConnectionFactory(http)));
    ServerConnector connector = unpooled(server, protocols);
    config.host().ifPresent(connector::setHost);
    connector.setPort(config.port());
    // All tills at once, after a restart: who finds no place here tries again a second later.
    connector.setAcceptQueueSize(config.load().maxConnections());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    guard.watch(connector);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    return connector;
  }

  /**
   * Without a pool of buffers, so that no connection ever reads what another one was sent. Jetty
   * (12.1.12 to 12.1.14 at least) gives a buffer back twice when a request is followed at once by
   * one that is malformed:
   *
   * <ol>
   *   <li>the thread that reads the connection finds the malformed request and has another thread
   *       answer it;
   *   <li>that thread has answered, resumes reading and gives the buffer back;
   *   <li>the first one, still in its loop, gives it back as well. If a third connection has taken
   *       it from the pool meanwhile, two connections share it from now on: requests are answered
   *       twice, or to somebody else, or never.
   * </ol>
   */
  private static ServerConnector unpooled(Server server, List<ConnectionFactory> protocols) {
    return new ServerConnector(
        server,
        null,
        null,
        ByteBufferPool.NON_POOLING,
        -1,
        -1,
        protocols.toArray(ConnectionFactory[]::new));
  }
}
