package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.StoreDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The peer services of one instance; some answers are cached for its lifetime. */
final class SimulatedPeers implements ItemMasterPort, StoreDirectory {

  private static final long REMEMBERED = 20 * VirtualTime.SECOND;

  private record Remembered(List<Setting> settings, long since) {}

  private final World world;
  private final Network network;
  private final Shops shops;
  private final Broker broker;
  private final Map<String, Remembered> settings = new TreeMap<>();

  SimulatedPeers(World world, Network network, Shops shops, Broker broker) {
    this.world = world;
    this.network = network;
    this.shops = shops;
    this.broker = broker;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    return network.read(
        "master",
        "findItems",
        answered -> {
          Map<String, Item> found = new TreeMap<>();
          itemCodes.forEach(code -> Shops.item(code).ifPresent(item -> found.put(code, item)));
          return found;
        });
  }

  @Override
  public CompletionStage<Optional<Store>> find(StoreKey store) {
    return network.read("database", "store", answered -> Optional.of(Shops.store(store)));
  }

  @Override
  public CompletionStage<List<String>> tenantIds() {
    return network.read("database", "tenants", answered -> Shops.TENANTS);
  }

  CompletionStage<Optional<TaxTable>> taxes(String tenantId) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  CompletionStage<Map<String, PaymentMethod>> paymentMethods(String tenantId) {
    return network.read("database", "payment methods", answered -> Shops.METHODS);
  }

  CompletionStage<List<Promotion>> promotions(StoreKey store) {
    return network.read("promotions", "find", answered -> Shops.promotions());
  }

  CompletionStage<List<Setting>> settings(String tenantId) {
    long now = world.time().now();
    Remembered known = settings.get(tenantId);
    if (known != null && now - known.since() < REMEMBERED) {
      return CompletableFuture.completedFuture(known.settings());
    }
    return network
        .read("database", "settings", answered -> shops.settings())
        .thenApply(
            found -> {
              settings.put(tenantId, new Remembered(found, now));
              return found;
            });
  }

  CompletionStage<Void> publish(Transaction event) {
    return network
        .write(
            "broker",
            "publish " + event.eventId(),
            answered -> {
              broker.take(event);
              return true;
            })
        .thenAccept(done -> {});
  }
}
