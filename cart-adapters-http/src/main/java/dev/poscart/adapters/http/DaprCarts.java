package dev.poscart.adapters.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.document.KugelposCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.Stages;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kugelpos's carts in the Dapr state store {@code cartstore}, by their id. Thread-safe and
 * non-blocking. While the sidecar does not answer, look-ups fail: the cart may be there.
 */
final class DaprCarts implements PredecessorCarts {

  private static final Logger LOG = LoggerFactory.getLogger(DaprCarts.class);

  /** Look-ups at a time. Any terminal can ask for carts that do not exist. */
  private static final int MAX_IN_FLIGHT = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

  private final PeerServiceClient sidecar;
  private final Semaphore room = new Semaphore(MAX_IN_FLIGHT);
  private final AtomicBoolean reportedMissing = new AtomicBoolean();

  DaprCarts(PeerServiceClient sidecar) {
    this.sidecar = sidecar;
  }

  @Override
  public CompletionStage<Optional<Copy>> find(String tenantId, CartId id) {
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(
          unavailable(MAX_IN_FLIGHT + " look-ups in flight (expected: fewer)"));
    }
    return Stages.attempt(
            () ->
                sidecar.exchange(
                    sidecar.request(path(id)).GET().build(), response -> read(id, response)))
        .whenComplete((cart, failure) -> room.release());
  }

  @Override
  public CompletionStage<Void> remove(CartId id) {
    return Stages.attempt(
            () -> sidecar.exchange(sidecar.request(path(id)).DELETE().build(), this::checkedStatus))
        .handle(
            (status, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "cart {} is taken over, but stays in kugelpos's state store until it expires"
                        + " there; do not carry it on in kugelpos: {}",
                    id,
                    Stages.cause(failure).getMessage());
              }
              return failure;
            })
        .thenAccept(reported -> {});
  }

  private static RoutePath path(CartId id) {
    return RoutePath.of("v1.0", "state", "cartstore", id.value());
  }

  private Optional<Copy> read(CartId id, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 204 || (status == 200 && response.body().length == 0)) {
      return Optional.empty();
    }
    if (status == 200) {
      return Optional.of(copy(id, response.body()));
    }
    if (!isWithoutStore(response.body())) {
      throw unavailable("unexpected status " + status);
    }
    if (reportedMissing.compareAndSet(false, true)) {
      LOG.warn(
          "the Dapr sidecar has no state store named cartstore: open carts of kugelpos are not"
              + " found there");
    }
    return Optional.empty();
  }

  private Copy copy(CartId id, byte[] json) {
    try {
      Copy copy = KugelposCart.read(MAPPER.readValue(json, DOCUMENT));
      if (copy instanceof Copy.Open open && !open.cart().id().equals(id)) {
        throw new IllegalStateException("cart_id: " + open.cart().id() + " (expected: " + id + ")");
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      throw new PortException(sidecar.name(), Category.UNREADABLE, "cart " + id, e);
    }
  }

  /** Dapr's answers for a component that is not configured: no store, or none of this name. */
  private static boolean isWithoutStore(byte[] body) {
    String answer = new String(body, StandardCharsets.UTF_8);
    return answer.contains("\"ERR_STATE_STORE_NOT_FOUND\"")
        || answer.contains("\"ERR_STATE_STORE_NOT_CONFIGURED\"");
  }

  private int checkedStatus(HttpResponse<byte[]> response) {
    if (response.statusCode() >= 300) {
      throw unavailable("unexpected status " + response.statusCode());
    }
    return response.statusCode();
  }

  private PortException unavailable(String why) {
    return new PortException(sidecar.name(), Category.UNAVAILABLE, why);
  }
}
