package dev.poscart.app;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import com.google.inject.util.Modules;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.EventConfig;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Version;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TenantReference;
import dev.poscart.web.CannotListenException;
import dev.poscart.web.CartWebServer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service. */
public final class Poscart {

  private static final Logger LOG = LoggerFactory.getLogger(Poscart.class);
  private static final Duration KEY_RELOAD_INTERVAL = Duration.ofSeconds(5);

  private final LifeCycle lifeCycle;
  private final CartWebServer web;
  private final ServiceHealth health;
  private final Duration shutdownDelay;

  private Poscart(
      LifeCycle lifeCycle, CartWebServer web, ServiceHealth health, Duration shutdownDelay) {
    this.lifeCycle = lifeCycle;
    this.web = web;
    this.health = health;
    this.shutdownDelay = shutdownDelay;
  }

  /**
   * Starts the service: opens its parts, loads the store profile, finishes the closings that an
   * earlier process left behind, then opens the port.
   *
   * @return the service, once it accepts requests; fails, with all parts closed again, if a part
   *     cannot start
   */
  public static CompletionStage<Poscart> start(ServiceConfig config) {
    LifeCycle lifeCycle = new LifeCycle();
    return start(new ServiceModule(config, lifeCycle), lifeCycle);
  }

  /**
   * Starts like {@link #start(ServiceConfig)}, but looks up items in another item master.
   * Benchmarks use this to compare item masters in the same service.
   *
   * @param itemMaster used instead of the adapter, which then only connects if warm-up is enabled
   */
  public static CompletionStage<Poscart> start(ServiceConfig config, ItemMasterPort itemMaster) {
    return start(config, binder -> binder.bind(ItemMasterPort.class).toInstance(itemMaster));
  }

  /** Starts like {@link #start(ServiceConfig)}, with some bindings overridden. */
  static CompletionStage<Poscart> start(ServiceConfig config, Module others) {
    LifeCycle lifeCycle = new LifeCycle();
    return start(Modules.override(new ServiceModule(config, lifeCycle)).with(others), lifeCycle);
  }

  private static CompletionStage<Poscart> start(Module module, LifeCycle lifeCycle) {
    CompletionStage<Poscart> started;
    try {
      Injector injector = Guice.createInjector(Stage.PRODUCTION, module);
      started = start(injector, lifeCycle);
    } catch (CreationException e) {
      started = CompletableFuture.failedFuture(cause(e));
    }
    return started.exceptionallyCompose(
        failure ->
            lifeCycle.close().thenCompose(closed -> CompletableFuture.failedFuture(failure)));
  }

  private static CompletionStage<Poscart> start(Injector injector, LifeCycle lifeCycle) {
    CartWebServer web = injector.getInstance(CartWebServer.class);
    return loadProfile(injector)
        .thenCompose(loaded -> injector.getInstance(RecoveryJob.class).start())
        .thenApply(
            recovered -> {
              listen(web, injector.getInstance(ServiceConfig.class));
              injector.getInstance(ItemMasterWarmUp.class).start();
              ServiceConfig config = injector.getInstance(ServiceConfig.class);
              EventConfig events = config.events();
              injector
                  .getInstance(OutboxRelay.class)
                  .start(events.interval(), events.reviveEvery());
              injector.getInstance(RetentionJob.class).start();
              injector.getInstance(OpsJob.class).start();
              injector.getInstance(KeyReloadJob.class).start(KEY_RELOAD_INTERVAL);
              LOG.info("Poscart {} started", Version.NUMBER);
              return new Poscart(
                  lifeCycle,
                  web,
                  injector.getInstance(ServiceHealth.class),
                  config.server().shutdownDelay());
            });
  }

  private static void listen(CartWebServer web, ServiceConfig config) {
    try {
      web.start();
    } catch (CannotListenException e) {
      throw e.isWrongHost()
          ? ConfigurationException.wrongValue(
              "HOST", config.host(), "an address or host name of this machine", e)
          : ConfigurationException.wrongValue(
              "PORT",
              String.valueOf(config.port()),
              "a free port on " + config.host() + " that this user may open",
              e);
    }
  }

  private static CompletionStage<Void> loadProfile(Injector injector) {
    StoreSet storeSet = injector.getInstance(StoreSet.class);
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    Profile profile = injector.getInstance(Profile.class);
    if (profile.get().isPresent()) {
      for (TenantReference tenant : profile.get().get().tenants()) {
        done = done.thenCompose(loaded -> storeSet.referenceLoader().load(tenant));
      }
    }
    return done;
  }

  /** The failure that Guice has wrapped. */
  private static Throwable cause(CreationException e) {
    return e.getErrorMessages().stream()
        .map(Message::getCause)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(e);
  }

  /** The TCP port of the REST API. */
  public int port() {
    return web.port();
  }

  /**
   * Stops the service: reports "not ready", waits for the shutdown delay so that load balancers
   * notice, refuses new requests, finishes those in flight and closes all parts. Never fails.
   */
  public CompletionStage<Void> stop() {
    LOG.info("stopping");
    health.stopping();
    return noticed().thenCompose(over -> lifeCycle.close()).thenRun(() -> LOG.info("stopped"));
  }

  private CompletionStage<Void> noticed() {
    return shutdownDelay.isZero()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(
            () -> {},
            CompletableFuture.delayedExecutor(shutdownDelay.toMillis(), TimeUnit.MILLISECONDS));
  }
}
