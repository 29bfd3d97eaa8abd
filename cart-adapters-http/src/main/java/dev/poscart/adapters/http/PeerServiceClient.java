package dev.poscart.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The HTTP client of one peer service. Most answer with a JSON envelope whose {@code data} is the
 * result. Requests without a response are repeated within one deadline; a circuit breaker rejects
 * requests while the service keeps failing. Create one per process; thread-safe.
 */
final class PeerServiceClient {

  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BREAKER_OPEN = Duration.ofSeconds(2);

  /** Failures that an unusable response shows, rather than a missing one. */
  private static final Set<Category> REACHABLE =
      EnumSet.of(Category.PERMANENT_FAILURE, Category.UNREADABLE);

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final PeerServiceConfig config;
  private final Supplier<Map<String, String>> headers;
  private final HttpClient client;
  private final CircuitBreaker breaker;

  PeerServiceClient(PeerServiceConfig config) {
    this(config, Map::of);
  }

  /**
   * @param headers headers to send with a request, asked for in the thread that begins it
   */
  PeerServiceClient(PeerServiceConfig config, Supplier<Map<String, String>> headers) {
    this.config = config;
    this.headers = headers;
    this.client = HttpExchanges.client(config.deadline());
    this.breaker =
        CircuitBreaker.of(
            config.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(BREAKER_OPEN)
                .permittedNumberOfCallsInHalfOpenState(2)
                .writableStackTraceEnabled(false)
                .build());
  }

  /**
   * The response of a peer service.
   *
   * @param status from 200 to 499
   * @param envelope missing unless the status is below 300
   */
  record Reply(int status, JsonNode envelope) {

    static final Reply NOT_FOUND = new Reply(404, MAPPER.missingNode());

    JsonNode data() {
      return envelope.path("data");
    }

    /** The number of elements on all pages of a list; empty if it is not told. */
    OptionalLong total() {
      JsonNode total = envelope.path("metadata").path("total");
      return total.canConvertToLong() && total.longValue() >= 0
          ? OptionalLong.of(total.longValue())
          : OptionalLong.empty();
    }

    boolean isFound() {
      return status < 300;
    }

    boolean isRefused() {
      return status == 401 || status == 403;
    }
  }

  String name() {
    return config.name();
  }

  /** Sends a GET request; fails with {@link PortException} without a usable response in time. */
  CompletionStage<Reply> get(RoutePath path, Credential credential) {
    if (path.climbs()) {
      return CompletableFuture.completedFuture(Reply.NOT_FOUND);
    }
    HttpRequest.Builder request = request(credential.on(path));
    try {
      credential.sign(request);
    } catch (IllegalArgumentException e) {
      // A credential that cannot be sent in a header is not valid anywhere.
      return CompletableFuture.completedFuture(new Reply(401, MAPPER.missingNode()));
    }
    return exchange(request.GET().build(), this::read);
  }

  /** Starts a request to a path that does not climb. */
  HttpRequest.Builder request(RoutePath path) {
    String base = config.base().toString();
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Accept", "application/json")
            .timeout(config.deadline());
    headers.get().forEach(request::header);
    return request;
  }

  /**
   * Sends a request that may be repeated; fails with {@link PortException} without a usable
   * response in time.
   *
   * @param read throws {@link PortException} if the response is not usable
   */
  <T> CompletionStage<T> exchange(HttpRequest request, Function<HttpResponse<byte[]>, T> read) {
    if (!breaker.tryAcquirePermission()) {
      return CompletableFuture.failedFuture(
          new PortException(name(), Category.UNAVAILABLE, "circuit breaker is open", BREAKER_OPEN));
    }
    long start = System.nanoTime();
    return HttpExchanges.within(config.deadline(), name(), send(request, 1))
        .thenApply(read)
        .whenComplete((reply, failure) -> judge(start, Optional.ofNullable(failure)));
  }

  private CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request, int attempt) {
    return client
        .sendAsync(request, BoundedBody.of(name()))
        .exceptionallyCompose(failure -> again(request, attempt, failure));
  }

  private CompletableFuture<HttpResponse<byte[]>> again(
      HttpRequest request, int attempt, Throwable failure) {
    Throwable cause = Stages.cause(failure);
    boolean permanent = !(cause instanceof IOException) || cause instanceof HttpTimeoutException;
    if (permanent || attempt == ATTEMPTS) {
      return CompletableFuture.failedFuture(cause);
    }
    Executor later =
        CompletableFuture.delayedExecutor(PAUSE.toMillis() * attempt, TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> attempt + 1, later)
        .thenCompose(next -> send(request, next));
  }

  private Reply read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      throw new PortException(name(), Category.UNAVAILABLE, "unexpected status " + status);
    }
    if (status >= 300) {
      return new Reply(status, MAPPER.missingNode());
    }
    try {
      return new Reply(status, MAPPER.readTree(response.body()));
    } catch (JsonProcessingException e) {
      throw invalidResponse("response is not JSON");
    } catch (IOException e) {
      throw invalidResponse("response is not " + StandardCharsets.UTF_8);
    }
  }

  /** A failure that shows that the peer service violates the contract. */
  PortException invalidResponse(String what) {
    return new PortException(name(), Category.PERMANENT_FAILURE, what);
  }

  /**
   * Records the outcome in the circuit breaker. An invalid response counts as a success: the
   * service is reachable.
   */
  private void judge(long start, Optional<Throwable> failure) {
    long nanos = System.nanoTime() - start;
    boolean failed =
        failure
            .map(Stages::cause)
            .filter(t -> !(t instanceof PortException p) || !REACHABLE.contains(p.category()))
            .isPresent();
    if (failed) {
      breaker.onError(nanos, TimeUnit.NANOSECONDS, failure.get());
    } else {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
