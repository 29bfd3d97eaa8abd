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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the REST API. It is started once and closed once. */
public final class CartWebServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CartWebServer.class);

  private final WebConfig config;
  private final WebThreads threads;
  private final LoadGuard guard;
  private final GracefulHandler drain = new GracefulHandler();
  private final RequestObserver requests;
  private final RequestTracer tracer;
  private final boolean carried;
  private final Javalin javalin;

  /** Creates a server that traces nothing; {@link #start} binds the port. */
  public CartWebServer(WebConfig config, WebUseCases useCases) {
    this(config, useCases, RequestTracer.NONE);
  }

  /** Creates the server; {@link #start} binds the port. */
  public CartWebServer(WebConfig config, WebUseCases useCases, RequestTracer tracer) {
    this.config = config;
    this.tracer = tracer;
    this.threads = new WebThreads(config.maxThreads());
    this.guard =
        new LoadGuard(
            config.load(), config.maxBodyBytes(), config.idleTimeout(), config.requestTimeout());
    LoginThrottle throttle = new LoginThrottle(config.loginFailures(), System::nanoTime);
    List<Route> routes =
        new RouteTable(useCases, config.version(), Clock.systemUTC(), throttle, threads.fromHere())
            .routes();
    this.requests = useCases.requests();
    this.carried = useCases.carriedCarts().isPresent();
    silenceGreeting();
    this.javalin = Javalin.create(javalinConfig -> configure(javalinConfig, routes));
  }

  /**
   * Binds the port and serves requests.
   *
   * @throws CannotListenException if the port cannot be bound
   */
  public void start() {
    // The caller reports the failure; Javalin would also log it, with a stack trace.
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

  /** The bound port; valid after {@link #start}. */
  public int port() {
    return javalin.port();
  }

  /** The current load. */
  public ServerLoad load() {
    return guard.load();
  }

  /**
   * Stops accepting requests and waits for those in flight, up to the drain timeout. A second call
   * has no effect.
   */
  @Override
  public void close() {
    // Before the port closes, so that a request on an open connection still gets its 503.
    CompletableFuture<Void> drained = drain.shutdown();
    log.debug("no requests in flight at shutdown: {}", drained.isDone());
    try {
      javalin.stop();
    } catch (JavalinException e) {
      log.warn("requests were still in flight after {}", config.drainTimeout(), e);
    }
  }

  /**
   * Javalin's banner can only be turned off for the whole process; the server logs a line of its
   * own.
   */
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
    // Terminals are on the local network, where compression costs more than it saves.
    javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
    javalinConfig.requestLogger.http(new RequestWatch(requests, new AccessLog()));
    new JettySettings(config, threads, guard, drain).apply(javalinConfig.jetty);
    configureRoutes(javalinConfig, routes);
  }

  private void configureRoutes(JavalinConfig javalinConfig, List<Route> routes) {
    BodyReader bodies = new BodyReader(config.maxBodyBytes(), carried);
    javalinConfig.routes.before(RequestScope::begin);
    javalinConfig.routes.before(new Cors(config.corsOrigins()));
    javalinConfig.routes.before(CartWebServer::expectHttpMethod);
    javalinConfig.routes.before(RawPath::check);
    for (Route route : routes) {
      Endpoint endpoint =
          new Endpoint(route, bodies, config.requestTimeout(), threads.fromHere(), tracer);
      javalinConfig.routes.addHttpHandler(route.method(), route.path(), endpoint);
      if (HandlerType.GET.equals(route.method())) {
        // HEAD runs the same action as GET, so that a load balancer's HEAD request returns the same
        // status.
        javalinConfig.routes.addHttpHandler(HandlerType.HEAD, route.path(), endpoint);
      }
    }
    UnknownRoutes unknown = new UnknownRoutes(routes);
    javalinConfig.routes.exception(NotFoundResponse.class, (e, ctx) -> unknown.answer(ctx));
    javalinConfig.routes.exception(
        Exception.class, (e, ctx) -> RequestScope.of(ctx).failed(e).send(ctx));
  }

  /** Javalin accepts the names of its other handler types, such as BEFORE, as HTTP methods. */
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
