package dev.poscart.adapters.grpc.balancer;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One address of the item master: the connection to it, and a challenger beside it while the
 * connection is silent or takes long to come about. Runs in the channel's synchronization context.
 */
final class Endpoint {

  private final Function<Endpoint, MonitoredConnection> opener;
  private final ConnectPatience patience;
  private Optional<MonitoredConnection> current = Optional.empty();
  private Optional<MonitoredConnection> challenger = Optional.empty();
  private boolean hasFailed;

  /**
   * @param opener opens a connection to the address and has its states reported here
   */
  Endpoint(Function<Endpoint, MonitoredConnection> opener, ConnectPatience patience) {
    this.opener = opener;
    this.patience = patience;
  }

  /** The connection that calls may be put on. */
  Optional<MonitoredConnection> usable() {
    return Stream.concat(current.stream(), challenger.stream())
        .filter(MonitoredConnection::isUsable)
        .findFirst();
  }

  /** Whether there is neither a connection nor an attempt to make one. */
  boolean isDown() {
    return current.isEmpty();
  }

  /** Whether the last attempt has failed and none is being made. */
  boolean hasFailed() {
    return hasFailed && (isDown() || (current.get().isReady() && challenger.isEmpty()));
  }

  /** Whether calls wait on a connection that is silent. */
  boolean isInDoubt() {
    return current.filter(MonitoredConnection::isSilent).isPresent();
  }

  /** Whether such a connection is being compared with a second one. */
  boolean isComparing() {
    return isInDoubt() && challenger.filter(MonitoredConnection::isReady).isPresent();
  }

  /** Connects, if nothing is there. */
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
   * Calls wait, and there is no connection for them: connects, or tries once more beside an attempt
   * that takes long. A server that accepts and then says nothing would keep the attempt waiting
   * without end. No more than two attempts are in progress; the older one gives way.
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

  /** One of the two is connected: the first one that is stays. */
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

  /** One of the two is not connected any more: connects once, as a call may need it soon. */
  void lost(MonitoredConnection connection) {
    remove(connection);
    connect();
  }

  /** An attempt has failed. */
  void failed(MonitoredConnection connection) {
    hasFailed = true;
    remove(connection);
  }

  /** The connection is in doubt: a second one is opened beside it. */
  void doubt(MonitoredConnection connection) {
    if (isCurrent(connection)) {
      challenge();
    }
  }

  /** The connection was in doubt and is well: the second one is not needed any more. */
  void trust(MonitoredConnection connection) {
    if (isCurrent(connection)) {
      dropChallenger();
    }
  }

  /** The connection is left; the second one takes its place. */
  void leave(MonitoredConnection connection) {
    if (!connection.isRetired()) {
      remove(connection);
      connect();
    }
  }

  /** The address is not the item master's any more. */
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
