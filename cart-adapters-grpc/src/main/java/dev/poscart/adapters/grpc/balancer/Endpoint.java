package dev.poscart.adapters.grpc.balancer;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One address of the item master, with its connection and, while that is silent or slow to connect,
 * a second one, the challenger. Runs in the channel's synchronization context.
 */
final class Endpoint {

  private final Function<Endpoint, MonitoredConnection> opener;
  private final ConnectPatience patience;
  private Optional<MonitoredConnection> current = Optional.empty();
  private Optional<MonitoredConnection> challenger = Optional.empty();
  private boolean hasFailed;

  /**
   * @param opener opens a connection to the address and reports its states to this endpoint
   */
  Endpoint(Function<Endpoint, MonitoredConnection> opener, ConnectPatience patience) {
    this.opener = opener;
    this.patience = patience;
  }

  /** The connection that calls may be assigned to. */
  Optional<MonitoredConnection> usable() {
    return Stream.concat(current.stream(), challenger.stream())
        .filter(MonitoredConnection::isUsable)
        .findFirst();
  }

  /** Whether there is neither a connection nor an attempt. */
  boolean isDown() {
    return current.isEmpty();
  }

  /** Whether the last attempt has failed and none is in progress. */
  boolean hasFailed() {
    return hasFailed && (isDown() || (current.get().isReady() && challenger.isEmpty()));
  }

  /** Whether calls wait on a silent connection. */
  boolean isInDoubt() {
    return current.filter(MonitoredConnection::isSilent).isPresent();
  }

  /** Whether a silent connection is being compared with a second one. */
  boolean isComparing() {
    return isInDoubt() && challenger.filter(MonitoredConnection::isReady).isPresent();
  }

  /** Connects, unless there is a connection or an attempt. */
  void connect() {
    if (isDown()) {
      current = Optional.of(open());
    }
  }

  private MonitoredConnection open() {
    hasFailed = false;
    return opener.apply(this);
  }

  /**
   * Connects because calls are waiting, or makes another attempt in parallel with a slow one.
   * Otherwise a server that accepts connections and never responds would block the attempt
   * indefinitely. At most two attempts are in progress; the older one is dropped.
   */
  void attempt() {
    if (isDown()) {
      connect();
      return;
    }
    MonitoredConnection newest = challenger.orElse(current.get());
    if (newest.isReady()) {
      challenge();
    } else if (newest.connectingNanos() > patience.nanos()) {
      patience.lengthen();
      if (challenger.isPresent() && !current.get().isReady()) {
        current.get().retire();
        current = challenger;
      } else {
        challenger.ifPresent(MonitoredConnection::retire);
      }
      challenger = Optional.of(open());
    }
  }

  private void challenge() {
    if (challenger.isEmpty()) {
      challenger = Optional.of(open());
    }
  }

  /** One of the two is connected; the first to connect stays. */
  void becameReady(MonitoredConnection connection) {
    connection.becameReady();
    patience.reset();
    hasFailed = false;
    if (isCurrent(connection)) {
      dropChallenger();
    } else if (!current.get().isReady()) {
      remove(current.get());
    }
  }

  /** One of the two has lost its connection; reconnects once, as it may be needed soon. */
  void lost(MonitoredConnection connection) {
    remove(connection);
    connect();
  }

  /** An attempt has failed. */
  void failed(MonitoredConnection connection) {
    hasFailed = true;
    remove(connection);
  }

  /** Opens a second connection, because the connection is silent. */
  void doubt(MonitoredConnection connection) {
    if (isCurrent(connection)) {
      challenge();
    }
  }

  /** Drops the second connection, because the silent one is alive after all. */
  void trust(MonitoredConnection connection) {
    if (isCurrent(connection)) {
      dropChallenger();
    }
  }

  /** Abandons the connection; the second one takes its place. */
  void leave(MonitoredConnection connection) {
    if (!connection.isRetired()) {
      remove(connection);
      connect();
    }
  }

  /** Closes the connections, because the address no longer belongs to the item master. */
  void close() {
    challenger.ifPresent(MonitoredConnection::retire);
    current.ifPresent(MonitoredConnection::retire);
    challenger = Optional.empty();
    current = Optional.empty();
  }

  private boolean isCurrent(MonitoredConnection connection) {
    return current.filter(each -> each == connection).isPresent();
  }

  private void dropChallenger() {
    challenger.ifPresent(MonitoredConnection::retire);
    challenger = Optional.empty();
  }

  private void remove(MonitoredConnection connection) {
    connection.retire();
    if (isCurrent(connection)) {
      current = challenger;
    }
    challenger = Optional.empty();
  }
}
