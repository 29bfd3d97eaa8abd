package dev.poscart.adapters.http;

import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.TerminalDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The peer services that provide terminals, stores and reference data. Connections are opened on
 * the first request. Nothing is cached but the credentials. Failures are reported as {@link
 * dev.poscart.domain.port.PortException}.
 */
public final class HttpPeerServices {

  private final Credentials credentials;
  private final Supplier<Map<String, String>> headers;

  /**
   * Creates the peer services.
   *
   * @param serviceTokens issues a token of this service for a tenant; empty if that is not
   *     possible. Requests then use the API key of the tenant's terminal that authenticated last
   */
  public HttpPeerServices(Function<String, Optional<String>> serviceTokens) {
    this(serviceTokens, Map::of);
  }

  /**
   * Creates the peer services.
   *
   * @param headers headers to send with a request, asked for in the thread that begins it
   */
  public HttpPeerServices(
      Function<String, Optional<String>> serviceTokens, Supplier<Map<String, String>> headers) {
    this.credentials = new Credentials(serviceTokens);
    this.headers = headers;
  }

  /**
   * The terminal service.
   *
   * @param terminals authenticates and finds terminals
   * @param stores finds stores with their names
   */
  public record TerminalService(
      TerminalDirectory terminals, Function<StoreKey, CompletionStage<Optional<Store>>> stores) {}

  /**
   * The master-data service.
   *
   * @param settings all settings of a tenant
   * @param promotions the promotions that are active in a store
   * @param paymentMethods the tenant's payment methods with codes known to kugelpos: 01 cash, 11
   *     cashless, 12 other
   * @param items the items of a store, one request each, without any cache
   * @param lists what a till shows, one request a page
   */
  public record MasterDataService(
      Settings settings,
      Promotions promotions,
      PaymentMethods paymentMethods,
      ItemMasterPort items,
      MasterDataLists lists) {}

  /** Creates the client of the terminal service; call it once. */
  public TerminalService terminalService(PeerServiceConfig config) {
    HttpTerminalService service =
        new HttpTerminalService(new PeerServiceClient(config, headers), credentials);
    return new TerminalService(service, service::store);
  }

  /**
   * Creates the client of the Dapr sidecar in whose state store kugelpos keeps its carts; call it
   * once. It sends no credentials.
   */
  public PredecessorCarts carts(PeerServiceConfig sidecar) {
    return new DaprCarts(new PeerServiceClient(sidecar, headers));
  }

  /** Creates the client of the master-data service; call it once. */
  public MasterDataService masterData(PeerServiceConfig config) {
    HttpMasterData service =
        new HttpMasterData(new PeerServiceClient(config, headers), credentials);
    return new MasterDataService(
        service::settings,
        service::promotions,
        service::paymentMethods,
        service::items,
        new HttpMasterDataLists(service));
  }
}
