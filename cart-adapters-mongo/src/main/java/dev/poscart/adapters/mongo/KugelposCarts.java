package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.include;

import dev.poscart.domain.document.KugelposCart;
import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PredecessorCarts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;

/**
 * Kugelpos's carts in its collection {@code cache_cart}, where it stores them while its state store
 * is away. They are read, never written.
 */
final class KugelposCarts implements PredecessorCarts {

  private final TenantDatabases databases;
  private final DriverCalls calls;

  KugelposCarts(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Optional<Copy>> find(String tenantId, CartId id) {
    return databases.read(
        tenantId,
        Optional.empty(),
        database ->
            calls.first(
                "find cart of kugelpos",
                KugelposCarts::read,
                () -> database.sharedCarts().find(eq("cart_id", id.value())).first()));
  }

  /**
   * Looks for the cart's transaction, which has no cart id, by the time at which the cart was
   * created: kugelpos copies it to the microsecond. That field has no index; those of the cart's
   * business date, which kugelpos copies too, and of later ones are few.
   */
  @Override
  public CompletionStage<Boolean> hasClosed(Cart cart) {
    Bson transaction =
        and(
            eq("tenant_id", cart.terminal().tenantId()),
            eq("store_code", cart.terminal().storeCode()),
            eq("terminal_no", cart.terminal().terminalNo()),
            gte("business_date", cart.businessDate()),
            eq("sales.reference_date_time", KugelposTime.text(cart.createdAt())));
    return databases.read(
        cart.terminal().tenantId(),
        false,
        database ->
            calls
                .first(
                    "find transaction of a cart of kugelpos",
                    (Document found) -> true,
                    () -> database.log().find(transaction).projection(include("_id")).first())
                .thenApply(Optional::isPresent));
  }

  /**
   * Reads a cart of the collection.
   *
   * @throws IllegalStateException if it is open and cannot be read as a whole
   */
  static Copy read(Document document) {
    return KugelposCart.read(plain(document));
  }

  /** Numbers become exact decimals; what has no counterpart, such as ids and dates, stays as is. */
  private static Map<String, Object> plain(Map<?, ?> document) {
    Map<String, Object> plain = new HashMap<>();
    document.forEach(
        (key, value) -> {
          if (value != null) {
            plain.put(String.valueOf(key), plain(value));
          }
        });
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof Decimal128 number) {
      return number.bigDecimalValue();
    }
    if (value instanceof Map<?, ?> document) {
      return plain(document);
    }
    return value instanceof List<?> list ? list.stream().map(KugelposCarts::plain).toList() : value;
  }
}
