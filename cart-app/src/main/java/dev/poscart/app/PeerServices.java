package dev.poscart.app;

import dev.poscart.adapters.http.HttpPeerServices;
import dev.poscart.adapters.http.HttpPeerServices.MasterDataService;
import dev.poscart.adapters.http.HttpPeerServices.TerminalService;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.token.ServiceTokenIssuer;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.StoreSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Replaces reference data of the database by that of the configured peer services. */
final class PeerServices {

  private final ServiceConfig config;
  private final Tracing tracing;
  private final HttpPeerServices http;
  private final Optional<MasterDataService> masterData;

  PeerServices(ServiceConfig config, Clock clock, Tracing tracing) {
    this.config = config;
    this.tracing = tracing;
    Optional<ServiceTokenIssuer> issuer =
        config.access().signingKey().map(key -> new ServiceTokenIssuer(key.bytes(), clock));
    this.http =
        new HttpPeerServices(
            tenantId -> issuer.map(tokens -> tokens.issue(tenantId)), tracing::headers);
    this.masterData = config.peers().masterData().map(http::masterData);
  }

  /** The items of the master-data service; empty unless that service is configured. */
  Optional<ItemMasterPort> items() {
    return masterData.map(MasterDataService::items);
  }

  /** The lists of the master-data service; empty unless that service is configured. */
  Optional<MasterDataLists> lists() {
    return masterData
        .map(MasterDataService::lists)
        .map(lists -> tracing.port(MasterDataLists.class, lists, "master data"));
  }

  /** The carts in kugelpos's state store; empty unless its sidecar is configured. */
  Optional<PredecessorCarts> carts() {
    return config
        .peers()
        .cartState()
        .map(http::carts)
        .map(carts -> tracing.port(PredecessorCarts.class, carts, "carts of kugelpos"));
  }

  /**
   * The reference data of the given stores, with terminals and master data taken from the peer
   * services where they are configured.
   */
  ReferenceData before(StoreSet storeSet) {
    ReferenceData served =
        config
            .peers()
            .terminalService()
            .map(http::terminalService)
            .map(s -> terminals(storeSet, s))
            .orElseGet(storeSet::reference);
    return masterData.map(service -> masterData(served, service)).orElse(served);
  }

  private ReferenceData terminals(StoreSet storeSet, TerminalService service) {
    Function<StoreKey, CompletionStage<Optional<Store>>> names =
        ReferenceCache.of("store", service.stores(), config.referenceCacheTtl())::get;
    ReferenceData own = storeSet.reference();
    return own.withDirectories(
        new TenantIntake(service.terminals(), storeSet.referenceLoader()),
        new StoreDirectory() {
          @Override
          public CompletionStage<Optional<Store>> find(StoreKey store) {
            return names.apply(store);
          }

          @Override
          public CompletionStage<List<String>> tenantIds() {
            return own.stores().tenantIds();
          }
        });
  }

  private static ReferenceData masterData(ReferenceData reference, MasterDataService service) {
    return reference.withMasterData(
        service.paymentMethods(), service.settings(), service.promotions());
  }
}
