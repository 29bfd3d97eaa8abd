package dev.poscart.app;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.token.HmacTokenVerifier;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TokenVerifier;
import dev.poscart.domain.usecase.access.TenantService;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import dev.poscart.web.AccessUseCases;
import dev.poscart.web.DeskUseCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires authentication: terminals by API key or token, users and services by token. */
final class AccessModule extends AbstractModule {

  private static final Logger LOG = LoggerFactory.getLogger(AccessModule.class);

  @Provides
  @Singleton
  TerminalCache terminalCache(ServiceConfig config, ReferenceData reference, Clock clock) {
    return new TerminalCache(
        reference.terminals(),
        config.access().terminalCache(),
        config.businessCalendar(),
        clock,
        Ticker.systemTicker());
  }

  @Provides
  @Singleton
  TokenVerifier tokenVerifier(ServiceConfig config, Clock clock) {
    if (config.access().signingKey().isEmpty()) {
      LOG.info("SECRET_KEY is not set: tokens are not accepted, terminals authenticate by API key");
      return token -> CompletableFuture.completedFuture(Optional.empty());
    }
    return new HmacTokenVerifier(config.access().signingKey().get().bytes(), clock);
  }

  @Provides
  @Singleton
  AccessUseCases accessUseCases(
      ServiceConfig config,
      TerminalDirectory terminals,
      TerminalCache cache,
      ItemMasterLink items,
      MasterDataCaches masterData,
      TokenVerifier verifier,
      StoreSet storeSet,
      Optional<DeskUseCases> desk,
      Clock clock) {
    return new AccessUseCases(
        new TerminalAuthentication(terminals),
        new TokenAuthentication(verifier, terminals, config.access().tokens(), clock),
        cache,
        new MasterDataCleaning(items, masterData),
        new TenantService(storeSet.referenceLoader()),
        desk);
  }
}
