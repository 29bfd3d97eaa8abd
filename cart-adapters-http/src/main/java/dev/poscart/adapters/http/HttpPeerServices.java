package dev.poscart.adapters.http;

import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.TerminalDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The services beside this one that know terminals, stores and reference data. Nothing is connected
 * before the first question, nothing is remembered here but keys to ask with; each answer that is
 * not to be had is a {@link dev.poscart.domain.port.PortException}.
 */
public final class HttpPeerServices {

  private final Credentials credentials;

  /**
   * Composes.
   *
   * @param serviceTokens a token of this service for a tenant; empty if it can issue none. Then
   *     peer services are asked with the key of the tenant's terminal that was let in last
   */
  public HttpPeerServices(Function<String, Optional<String>> serviceTokens) {
    this.credentials = new Credentials(serviceTokens);
  }

  /**
   * The terminal service.
   *
   * @param terminals lets terminals in and finds them
   * @param stores finds stores with their names
   */
  public record TerminalService(
      TerminalDirectory terminals, Function<StoreKey, CompletionStage<Optional<Store>>> stores) {}

  /**
   * The master-data service.
   *
   * @param settings all settings of a tenant
   * @param promotions what runs now in a store
   * @param paymentMethods the tenant's methods among those whose codes tills know: 01 cash, 11
   *     cashless, 12 other
   */
  public record MasterDataService(
      Function<String, CompletionStage<List<Setting>>> settings,
      Function<StoreKey, CompletionStage<List<Promotion>>> promotions,
      Function<String, CompletionStage<Map<String, PaymentMethod>>> paymentMethods) {}

  /** The terminal service at an address; to be made once. */
  public TerminalService terminalService(PeerServiceConfig config) {
    HttpTerminalService service =
        new HttpTerminalService(new PeerServiceClient(config), credentials);
    return new TerminalService(service, service::store);
  }

  /** The master-data service at an address; to be made once. */
  public MasterDataService masterData(PeerServiceConfig config) {
    HttpMasterData service = new HttpMasterData(new PeerServiceClient(config), credentials);
    return new MasterDataService(
        service::settings, service::promotions, tenantId -> paymentMethods(service, tenantId));
  }

  private static CompletionStage<Map<String, PaymentMethod>> paymentMethods(
      HttpMasterData service, String tenantId) {
    CompletionStage<Map<String, PaymentMethod>> all =
        CompletableFuture.completedFuture(new HashMap<>());
    for (String code : HttpMasterData.PAYMENT_CODES) {
      all =
          all.thenCombine(
              service.paymentMethod(tenantId, code),
              (methods, found) -> {
                found.ifPresent(method -> methods.put(code, method));
                return methods;
              });
    }
    return all.thenApply(Map::copyOf);
  }
}
