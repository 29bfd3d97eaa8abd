package dev.poscart.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The environment variables of kugelpos's cart service that are no settings of this service. With
 * those that are, an operator has an answer to each: it works, it has no effect and why, or it
 * stops the start because ignoring it would leave data behind.
 */
public final class KugelposVariables {

  private static final String OWN_BOUNDS =
      "the service has bounds of its own; minPoolSize and maxIdleTimeMS may stand in MONGODB_URI";
  private static final String NOT_CALLED = "the cart service makes no calls there";
  private static final String FIXED_FORMATS = "the formats of the API are fixed";
  private static final String NO_REQUEST_LOG = "requests are not stored in the database";
  private static final String ONE_CACHE = "REFERENCE_CACHE_TTL_SECONDS holds for all master data";
  private static final String NOT_CARRIED = "carts stay with the service";
  private static final String UNTIL_DELIVERED =
      "events are published until they are delivered; see PUBSUB_MAX_REPUBLICATIONS";
  private static final String ISSUED_ELSEWHERE =
      "tokens are issued elsewhere; TERMINAL_TOKEN_MAX_AGE_SECONDS bounds the age of terminals' ones";

  /** Why a variable has no effect, by its name. */
  private static final Map<String, String> WITHOUT_EFFECT = new LinkedHashMap<>();

  /** The only value that a variable may have, by its name. */
  private static final Map<String, String> FIXED =
      Map.of(
          "DB_COLLECTION_NAME_CACHE_CART", "cache_cart",
          "DB_COLLECTION_NAME_TRAN_LOG", "log_tran",
          "DB_COLLECTION_NAME_TRAN_LOG_DELIVERY_STATUS", "status_tran_delivery",
          "DB_COLLECTION_NAME_STATUS_TRAN", "status_tran",
          "DB_COLLECTION_NAME_TERMINAL_COUTER", "info_terminal_counter",
          "ALGORITHM", "HS256");

  static {
    put("LOG_LEVEL sets how much is logged", "DEBUG", "DEBUG_PORT");
    put(
        UNTIL_DELIVERED,
        "UNDELIVERED_CHECK_PERIOD_IN_HOURS",
        "UNDELIVERED_CHECK_FAILED_PERIOD_IN_MINUTES");
    put(
        ONE_CACHE,
        "MASTER_DATA_CACHE_ENABLED",
        "MASTER_DATA_CACHE_STATE_STORE",
        "PAYMENT_MASTER_CACHE_TTL_SECONDS",
        "PROMOTION_MASTER_CACHE_TTL_SECONDS",
        "SETTINGS_MASTER_CACHE_TTL_SECONDS",
        "TAX_MASTER_CACHE_TTL_SECONDS");
    put("CART_RETENTION_DAYS says how long carts are kept", "CACHE_CART_TTL_SECONDS");
    put(
        NOT_CARRIED,
        "SNAPSHOT_HMAC_KEYS",
        "SNAPSHOT_ALLOW_INSECURE_KEY",
        "SNAPSHOT_SIZE_WARN_BYTES",
        "CART_REQUEST_SNAPSHOT_MODE");
    put(ISSUED_ELSEWHERE, "TOKEN_URL", "TOKEN_EXPIRE_MINUTES", "TERMINAL_TOKEN_EXPIRE_HOURS");
  }

  static {
    put("alerts are made of /metrics and /health", "SLACK_WEBHOOK_URL");
    put(
        NO_REQUEST_LOG,
        "REQUEST_LOG_STRIP_FIELDS",
        "REQUEST_LOG_MAX_BODY_BYTES",
        "REQUEST_LOG_TTL_SECONDS",
        "DB_COLLECTION_NAME_REQUEST_LOG");
    put(
        "master data and terminals are not stored by these names",
        "DB_COLLECTION_NAME_TERMINAL_INFO",
        "DB_COLLECTION_NAME_ITEM_MASTER",
        "DB_COLLECTION_NAME_TAX_MASTER",
        "DB_COLLECTION_NAME_PAYMENT_MASTER");
    put(
        OWN_BOUNDS,
        "DB_CONNECTION_RETRY_COUNT",
        "DB_MAX_POOL_SIZE",
        "DB_MIN_POOL_SIZE",
        "DB_MAX_IDLE_TIME_MS",
        "DB_SERVER_SELECTION_TIMEOUT_MS",
        "DB_CONNECT_TIMEOUT_MS",
        "DB_SOCKET_TIMEOUT_MS");
    put(NOT_CALLED, "BASE_URL_CART", "BASE_URL_REPORT", "BASE_URL_JOURNAL", "BASE_URL_STOCK");
    put(FIXED_FORMATS, "DATE_FORMAT", "TIME_FORMAT", "DATETIME_FORMAT");
  }

  private KugelposVariables() {}

  private static void put(String why, String... names) {
    Stream.of(names).forEach(name -> WITHOUT_EFFECT.put(name, why));
  }

  /** Why each variable has no effect, in the order of their topics. */
  static Map<String, String> withoutEffect() {
    return WITHOUT_EFFECT;
  }

  /** The only accepted value of those variables that cannot be changed. */
  static Map<String, String> fixed() {
    return FIXED;
  }

  /** Those of the given variables that have no effect, each with the reason. */
  static List<String> ineffective(Map<String, String> environment) {
    return WITHOUT_EFFECT.keySet().stream()
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .map(name -> name + " (" + WITHOUT_EFFECT.get(name) + ")")
        .toList();
  }

  /**
   * Checks the variables whose values are fixed.
   *
   * @throws ConfigurationException for another value
   */
  static void check(Map<String, String> environment) {
    FIXED.forEach(
        (name, only) -> {
          String given = environment.getOrDefault(name, "").strip();
          if (!given.isEmpty() && !given.equals(only)) {
            throw ConfigurationException.wrongValue(
                name, given, only + ", because this service supports no other");
          }
        });
  }
}
