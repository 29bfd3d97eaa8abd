package dev.poscart.app;

import dev.poscart.adapters.http.HttpPeerServices;
import dev.poscart.adapters.http.HttpPeerServices.MasterDataService;
import dev.poscart.adapters.http.HttpPeerServices.TerminalService;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.token.ServiceTokenIssuer;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.StoreDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The peer services that, where they are configured, know better than the database. */
final class PeerServices {

  private final ServiceConfig config;
  private final HttpPeerServices http;

  PeerServices(ServiceConfig config, Clock clock) {
    this.config = config;
    Optional<ServiceTokenIssuer> issuer =
        config.access().signingKey().map(key -> new ServiceTokenIssuer(key.bytes(), clock));
    this.http = new HttpPeerServices(tenantId -> issuer.map(tokens -> tokens.issue(tenantId)));
  }

  /** The stores with their reference data replaced by that of the peer services. */
  Stores before(Stores stores) {
    Stores served =
        config
            .terminalService()
            .map(http::terminalService)
            .map(s -> terminals(stores, s))
            .orElse(stores);
    return config.masterData().map(http::masterData).map(s -> masterData(served, s)).orElse(served);
  }

  private Stores terminals(Stores stores, TerminalService service) {
    Function<StoreKey, CompletionStage<Optional<Store>>> names =
        Stores.cached("store", config, service.stores())::get;
    return stores.withDirectories(
        new TenantIntake(service.terminals(), stores.referenceLoader()),
        new StoreDirectory() {
          @Override
          public CompletionStage<Optional<Store>> find(StoreKey store) {
            return names.apply(store);
          }

          @Override
          public CompletionStage<List<String>> tenantIds() {
            return stores.stores().tenantIds();
          }
        });
  }

  private Stores masterData(Stores stores, MasterDataService service) {
    return stores.withMasterData(
        Stores.cached("payment methods", config, service.paymentMethods())::get,
        Stores.cached("settings", config, service.settings())::get,
        Stores.cached("promotions", config, service.promotions())::get);
  }
}
