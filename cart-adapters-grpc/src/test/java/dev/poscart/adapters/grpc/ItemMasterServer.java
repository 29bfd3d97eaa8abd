package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemDetailsRequest;
import dev.poscart.proto.ItemDetailsResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A real item master on a loopback port, under the test's control. Counts over its whole life,
 * which may have several servers one after another on the same port.
 */
final class ItemMasterServer implements ServerInterceptor, AutoCloseable {

  /** How the server treats a call; the default looks the code up. */
  interface Behaviour {
    void answer(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller);
  }

  private final Map<String, ItemDetailResponse> items = new ConcurrentHashMap<>();
  private final TransportCount transports = new TransportCount();
  private final AtomicInteger calls = new AtomicInteger();
  private final Set<String> tenants = ConcurrentHashMap.newKeySet();
  private final AtomicInteger batchCalls = new AtomicInteger();
  private volatile Behaviour behaviour = this::lookUp;
  private volatile boolean batching;
  private final String host;
  private volatile Optional<List<ItemDetailResponse>> batchAnswer = Optional.empty();
  private int port;
  private Optional<Duration> maxConnectionAge = Optional.empty();
  private final List<Server> leaving = new CopyOnWriteArrayList<>();
  private Optional<Server> running = Optional.empty();

  private final ServerCredentials credentials;
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

  /** On another loopback address than usual, such as {@code 127.0.0.2}. */
  static ItemMasterServer startedAt(String host, int port) {
    ItemMasterServer server = new ItemMasterServer(host, port, InsecureServerCredentials.create());
    server.start();
    return server;
  }

  /**
   * Starts on a free port the first time, on the same one ever after. That port is below those that
   * the system gives to clients: nobody takes it while the server is away.
   */
  void start() {
    for (int tries = 1; ; tries++) {
      int wanted = port == 0 ? ThreadLocalRandom.current().nextInt(15_000, 32_000) : port;
      try {
        running = Optional.of(serverAt(wanted).start());
        port = wanted;
        return;
      } catch (IOException e) {
        if (tries == 50) {
          throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  private Server serverAt(int wanted) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(host, wanted), credentials)
            .intercept(this)
            .addTransportFilter(transports)
            .addService(new Service());
    maxConnectionAge.ifPresent(
        age -> builder.maxConnectionAge(age.toNanos(), TimeUnit.NANOSECONDS));
    return builder.build();
  }

  /** Starts again, and says goodbye to each connection that has become so old. */
  void restartWithMaxConnectionAge(Duration age) {
    maxConnectionAge = Optional.of(age);
    kill();
    start();
  }

  /** Goes away at once, with all connections. */
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

  /** Says goodbye to all connections, lets their calls finish, and serves anew meanwhile. */
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
    return calls.get();
  }

  String lastAuthorization() {
    return lastAuthorization;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    lastAuthorization = Optional.ofNullable(headers.get(BearerToken.HEADER)).orElse("");
    return next.startCall(call, headers);
  }

  int batchCalls() {
    return batchCalls.get();
  }

  void offerBatches() {
    batching = true;
  }

  /** Offers batches and answers each like this, whatever it asks for. */
  void answerBatches(ItemDetailResponse... always) {
    batchAnswer = Optional.of(List.of(always));
    batching = true;
  }

  Set<String> tenants() {
    return tenants;
  }

  void behave(Behaviour newBehaviour) {
    behaviour = newBehaviour;
  }

  void put(ItemDetailResponse item) {
    items.put(item.getItemCode(), item);
  }

  void lookUp(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    ItemDetailResponse item = items.get(request.getItemCode());
    if (item == null) {
      caller.onError(Status.NOT_FOUND.asRuntimeException());
    } else {
      caller.onNext(item);
      caller.onCompleted();
    }
  }

  private ItemDetailsResponse lookUp(ItemDetailsRequest request) {
    ItemDetailsResponse.Builder answer = ItemDetailsResponse.newBuilder();
    for (String itemCode : request.getItemCodesList()) {
      ItemDetailResponse item = items.get(itemCode);
      if (item != null) {
        answer.addItems(item);
      }
    }
    return answer.build();
  }

  private final class Service extends ItemServiceGrpc.ItemServiceImplBase {

    @Override
    public void getItemDetail(
        ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
      calls.incrementAndGet();
      tenants.add(request.getTenantId());
      behaviour.answer(request, caller);
    }

    @Override
    public void getItemDetails(
        ItemDetailsRequest request, StreamObserver<ItemDetailsResponse> caller) {
      batchCalls.incrementAndGet();
      if (batching) {
        caller.onNext(
            batchAnswer
                .map(items -> ItemDetailsResponse.newBuilder().addAllItems(items).build())
                .orElseGet(() -> lookUp(request)));
        caller.onCompleted();
      } else {
        super.getItemDetails(request, caller);
      }
    }
  }
}
