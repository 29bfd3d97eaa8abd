package dev.poscart.adapters.grpc.balancer;

import io.grpc.EquivalentAddressGroup;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The addresses that the item master's name resolves to, with their connections. */
final class EndpointSet {

  private final Function<EquivalentAddressGroup, Endpoint> opener;
  private final Map<List<SocketAddress>, Endpoint> byAddress = new LinkedHashMap<>();

  /**
   * @param opener creates the endpoint of a new address
   */
  EndpointSet(Function<EquivalentAddressGroup, Endpoint> opener) {
    this.opener = opener;
  }

  /** Sets the current addresses: closes removed ones, opens new ones, keeps the others. */
  void setAddresses(List<EquivalentAddressGroup> addresses) {
    Map<List<SocketAddress>, EquivalentAddressGroup> now =
        addresses.stream()
            .collect(
                Collectors.toMap(
                    EquivalentAddressGroup::getAddresses,
                    each -> each,
                    (one, same) -> one,
                    LinkedHashMap::new));
    List.copyOf(byAddress.keySet()).stream()
        .filter(known -> !now.containsKey(known))
        .flatMap(gone -> Optional.ofNullable(byAddress.remove(gone)).stream())
        .forEach(Endpoint::close);
    now.forEach((key, address) -> byAddress.computeIfAbsent(key, unknown -> opener.apply(address)));
  }

  /** Closes all connections; calls that are still waiting on them open no new ones. */
  void clear() {
    byAddress.values().forEach(Endpoint::close);
    byAddress.clear();
  }

  Collection<Endpoint> all() {
    return byAddress.values();
  }

  boolean isEmpty() {
    return byAddress.isEmpty();
  }

  boolean isAnyDown() {
    return all().stream().anyMatch(Endpoint::isDown);
  }

  /** Whether the last attempt at every address has failed; false without addresses. */
  boolean haveAllFailed() {
    return !isEmpty() && all().stream().allMatch(Endpoint::hasFailed);
  }

  /** The connections that calls may be assigned to. */
  List<MonitoredConnection> usable() {
    return all().stream().flatMap(each -> each.usable().stream()).toList();
  }
}
