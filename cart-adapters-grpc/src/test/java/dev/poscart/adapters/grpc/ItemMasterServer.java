package dev.poscart.adapters.grpc;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real item master on a loopback port, under the test's control. Its counters cover its whole
 * life, which may include several successive servers on the same port.
 */
final class ItemMasterServer implements ServerInterceptor, AutoCloseable {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of(BearerToken.HEADER, Metadata.ASCII_STRING_MARSHALLER);

  private final ScriptedItemService service = new ScriptedItemService();
  private final TransportCount transports = new TransportCount();
  private final List<Server> leaving = new CopyOnWriteArrayList<>();
  private final String host;
  private final ServerCredentials credentials;
  private int port;
  private Consumer<NettyServerBuilder> options = builder -> {};
  private Optional<Server> running = Optional.empty();
  private volatile String lastAuthorization = "";

  private ItemMasterServer(String host, int port, ServerCredentials credentials) {
    this.host = host;
    this.port = port;
    this.credentials = credentials;
  }

  static ItemMasterServer started() {
    return started(InsecureServerCredentials.create());
  }

  static ItemMasterServer started(ServerCredentials credentials) {
    ItemMasterServer server = new ItemMasterServer("127.0.0.1", 0, credentials);
    server.start();
    return server;
  }

  /** Listens on another loopback address, such as {@code 127.0.0.2}. */
  static ItemMasterServer startedAt(String host, int port) {
    ItemMasterServer server = new ItemMasterServer(host, port, InsecureServerCredentials.create());
    server.start();
    return server;
  }

  /**
   * Starts on a free port, and later on the same one. That port is below the ephemeral range, so no
   * client takes it while the server is down.
   */
  void start() {
    Await.until("a port is free", this::startsAtOnce);
  }

  private boolean startsAtOnce() {
    int wanted = port == 0 ? ThreadLocalRandom.current().nextInt(15_000, 32_000) : port;
    try {
      running = Optional.of(serverAt(wanted).start());
      port = wanted;
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Server serverAt(int wanted) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(host, wanted), credentials)
            .intercept(this)
            .addTransportFilter(transports)
            .addService(service);
    options.accept(builder);
    return builder.build();
  }

  /** Restarts with other gRPC options. */
  void restartWith(Consumer<NettyServerBuilder> newOptions) {
    options = newOptions;
    kill();
    start();
  }

  /** Stops at once and closes all connections. */
  void kill() {
    Server server = running.orElseThrow().shutdownNow();
    try {
      if (!server.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("server still running");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    running = Optional.empty();
  }

  /**
   * Sends GOAWAY on all connections, lets their calls finish, and serves new connections meanwhile.
   */
  void replace() {
    Server old = running.orElseThrow().shutdown();
    leaving.add(old);
    start();
  }

  @Override
  public void close() {
    leaving.forEach(Server::shutdownNow);
    if (running.isPresent()) {
      kill();
    }
  }

  int port() {
    return port;
  }

  String target() {
    return host + ":" + port;
  }

  int transportsOpened() {
    return transports.opened();
  }

  int transportsOpen() {
    return transports.open();
  }

  int calls() {
    return service.calls();
  }

  String lastAuthorization() {
    return lastAuthorization;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    lastAuthorization = Optional.ofNullable(headers.get(AUTHORIZATION)).orElse("");
    return next.startCall(call, headers);
  }

  int batchCalls() {
    return service.batchCalls();
  }

  void offerBatches() {
    service.offerBatches();
  }

  void answerBatches(ItemDetailResponse... always) {
    service.answerBatches(always);
  }

  Set<String> tenants() {
    return service.tenants();
  }

  void behave(ScriptedItemService.Behaviour behaviour) {
    service.behave(behaviour);
  }

  void put(ItemDetailResponse item) {
    service.put(item);
  }

  /** Looks the code up among the items, as is usual. */
  void lookUp(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    service.lookUp(request, caller);
  }
}
