package dev.poscart.web;

import dev.poscart.web.load.LoadGuard;
import dev.poscart.web.load.ServerLoad;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API on a port. Started once, closed once. */
public final class CartWebServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CartWebServer.class);
  private static final int MIN_THREADS = 8;

  private final WebConfig config;
  private final QueuedThreadPool threads;
  private final LoadGuard guard;
  private final GracefulHandler drain = new GracefulHandler();
  private final RequestObserver requests;
  private final Javalin javalin;

  /** Composes the server; nothing is bound before {@link #start}. */
  public CartWebServer(WebConfig config, WebUseCases useCases) {
    this.config = config;
    this.threads = new QueuedThreadPool(config.maxThreads(), MIN_THREADS);
    threads.setName("web");
    this.guard =
        new LoadGuard(
            config.load(), config.maxBodyBytes(), config.idleTimeout(), config.requestTimeout());
    LoginThrottle throttle = new LoginThrottle(config.loginFailures(), System::nanoTime);
    List<Route> routes =
        new RouteTable(useCases, config.version(), Clock.systemUTC(), throttle, threads).routes();
    this.requests = useCases.requests();
    silenceGreeting();
    this.javalin = Javalin.create(javalinConfig -> configure(javalinConfig, routes));
  }

  /**
   * Binds and serves.
   *
   * @throws CannotListenException if the port is taken or cannot be bound
   */
  public void start() {
    // Whoever starts it tells why it cannot; Javalin's own line adds a stack trace.
    JavalinLogger.enabled = false;
    try {
      javalin.start();
    } catch (JavalinException e) {
      throw CannotListenException.at(config.host().orElse("0.0.0.0"), e);
    } finally {
      JavalinLogger.enabled = true;
    }
    log.info("listening on port {}", port());
  }

  /** The port that is served; only after {@link #start}. */
  public int port() {
    return javalin.port();
  }

  /** How busy it is. */
  public ServerLoad load() {
    return guard.load();
  }

  /**
   * Takes no more requests and waits for those in flight, as long as the drain time-out says. A
   * second call does nothing.
   */
  @Override
  public void close() {
    // Before the port closes: whoever is refused there can rely on 503 on a connection it has.
    CompletableFuture<Void> drained = drain.shutdown();
    log.debug("nothing in flight when closed: {}", drained.isDone());
    try {
      javalin.stop();
    } catch (JavalinException e) {
      log.warn("requests were still in flight after {}", config.drainTimeout(), e);
    }
  }

  /** Javalin's greeting is switched off for the whole process; our own line says what matters. */
  private static void silenceGreeting() {
    JavalinLogger.startupInfo = false;
  }

  private void configure(JavalinConfig javalinConfig, List<Route> routes) {
    javalinConfig.startup.showJavalinBanner = false;
    javalinConfig.startup.showOldJavalinVersionWarning = false;
    javalinConfig.startup.startupWatcherEnabled = false;
    javalinConfig.router.ignoreTrailingSlashes = false;
    javalinConfig.router.javaLangErrorHandler(CartWebServer::answerError);
    javalinConfig.http.defaultContentType = Answer.JSON;
    // Tills are near: packing would cost more than it saves.
    javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
    javalinConfig.requestLogger.http(new RequestWatch(requests, new AccessLog()));
    new JettySettings(config, threads, guard, drain).apply(javalinConfig.jetty);
    configureRoutes(javalinConfig, routes);
  }

  private void configureRoutes(JavalinConfig javalinConfig, List<Route> routes) {
    BodyReader bodies = new BodyReader(config.maxBodyBytes());
    javalinConfig.routes.before(RequestScope::begin);
    javalinConfig.routes.before(new Cors(config.corsOrigins()));
    javalinConfig.routes.before(CartWebServer::expectHttpMethod);
    javalinConfig.routes.before(RawPath::check);
    for (Route route : routes) {
      Endpoint endpoint = new Endpoint(route, bodies, config.requestTimeout(), threads);
      javalinConfig.routes.addHttpHandler(route.method(), route.path(), endpoint);
      if (HandlerType.GET.equals(route.method())) {
        // Asked for honestly: a load balancer's HEAD learns what GET would say.
        javalinConfig.routes.addHttpHandler(HandlerType.HEAD, route.path(), endpoint);
      }
    }
    UnknownRoutes unknown = new UnknownRoutes(routes);
    javalinConfig.routes.exception(NotFoundResponse.class, (e, ctx) -> unknown.answer(ctx));
    javalinConfig.routes.exception(
        Exception.class, (e, ctx) -> RequestScope.of(ctx).failed(e).send(ctx));
  }

  /** Javalin takes the names of its other kinds of handlers, such as BEFORE, for methods too. */
  private static void expectHttpMethod(Context ctx) {
    if (!ctx.method().isHttpMethod()) {
      throw new NotFoundResponse();
    }
  }

  private static void answerError(HttpServletResponse response, Error error) {
    RequestScope scope = RequestScope.of(response);
    Answer answer = scope.failed(error);
    try {
      response.setStatus(answer.status());
      response.setContentType(Answer.JSON);
      scope.writeHeaders(response::setHeader);
      response.getOutputStream().write(answer.body());
    } catch (IOException e) {
      log.debug("the client closed the connection before the response was sent", e);
    }
  }
}
