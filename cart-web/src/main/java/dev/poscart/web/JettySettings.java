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

/** Configures Jetty: ports, limits and shutdown. */
record JettySettings(WebConfig config, ThreadPool threads, LoadGuard guard, GracefulHandler drain) {

  private static final int MAX_HEADER_BYTES = 16_384;
  private static final int USUAL_HEADER_BYTES = 1_024;

  /**
   * Connections that wait to be accepted. After a restart all terminals may connect at once; TCP
   * tries a connection beyond the queue again after 1, 3 and 7 seconds.
   */
  private static final int LEAST_ACCEPT_QUEUE = 1_024;

  /** How long an idle connection stays open once the server shuts down. */
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
    // Answers 503 during shutdown and delays it while requests are in flight.
    server.insertHandler(drain);
  }

  private static void configureHttp(HttpConfiguration http) {
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
    // A buffer of this size is made for each response; longer heads get a larger one.
    http.setResponseHeaderSize(USUAL_HEADER_BYTES);
    http.setMaxResponseHeaderSize(MAX_HEADER_BYTES);
    // Buffers are not pooled, and allocating them on the heap is cheaper.
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
  }

  /**
   * Sets the idle timeout on the connector, not in the HTTP configuration. The latter is restored
   * after each request, so a connection whose request ends during shutdown would stay open for all
   * of it.
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
    connector.setAcceptQueueSize(Math.max(LEAST_ACCEPT_QUEUE, config.load().maxConnections()));
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    guard.watch(connector);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    return connector;
  }

  /**
   * Creates a connector without a buffer pool, so that no connection can read another one's data.
   * Jetty (12.1.12 to 12.1.14 at least) releases a buffer twice when a request is immediately
   * followed by a malformed one:
   *
   * <ol>
   *   <li>The thread that reads the connection finds the malformed request and dispatches its
   *       answer to another thread.
   *   <li>That thread answers, resumes reading and releases the buffer.
   *   <li>The first thread, still in its loop, releases it again. If a third connection has
   *       acquired the buffer meanwhile, two connections now share it: requests are answered twice,
   *       or on the wrong connection, or never.
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
