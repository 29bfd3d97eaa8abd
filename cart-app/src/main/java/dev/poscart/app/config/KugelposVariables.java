package dev.poscart.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The environment variables of kugelpos's cart service that are not settings of this service. Each
 * either has no effect, for a reason that is given, or stops the start because ignoring it would
 * leave data behind.
 */
final class KugelposVariables {

  /** A topic on which kugelpos has variables without effect here. */
  private enum Topic {
    LOGGING("LOG_LEVEL sets how much is logged", "DEBUG", "DEBUG_PORT"),
    DELIVERY(
        "events are published until they are delivered; see PUBSUB_MAX_REPUBLICATIONS",
        "UNDELIVERED_CHECK_PERIOD_IN_HOURS",
        "UNDELIVERED_CHECK_FAILED_PERIOD_IN_MINUTES"),
    CACHES(
        "REFERENCE_CACHE_TTL_SECONDS holds for all master data",
        "MASTER_DATA_CACHE_ENABLED",
        "MASTER_DATA_CACHE_STATE_STORE",
        "PAYMENT_MASTER_CACHE_TTL_SECONDS",
        "PROMOTION_MASTER_CACHE_TTL_SECONDS",
        "SETTINGS_MASTER_CACHE_TTL_SECONDS",
        "TAX_MASTER_CACHE_TTL_SECONDS"),
    CARTS("CART_RETENTION_DAYS says how long carts are kept", "CACHE_CART_TTL_SECONDS"),
    CARRIED_CARTS("MAX_BODY_BYTES bounds carried carts", "SNAPSHOT_SIZE_WARN_BYTES"),
    TOKENS(
        "tokens are issued elsewhere; TERMINAL_TOKEN_MAX_AGE_SECONDS bounds the age of terminals' ones",
        "TOKEN_URL",
        "TOKEN_EXPIRE_MINUTES",
        "TERMINAL_TOKEN_EXPIRE_HOURS"),
    ALERTS("alerts are made of /metrics and /health", "SLACK_WEBHOOK_URL"),
    REQUEST_LOG(
        "requests are not stored in the database",
        "REQUEST_LOG_STRIP_FIELDS",
        "REQUEST_LOG_MAX_BODY_BYTES",
        "REQUEST_LOG_TTL_SECONDS",
        "DB_COLLECTION_NAME_REQUEST_LOG"),
    MASTER_DATA(
        "master data and terminals are not stored by these names",
        "DB_COLLECTION_NAME_TERMINAL_INFO",
        "DB_COLLECTION_NAME_ITEM_MASTER",
        "DB_COLLECTION_NAME_TAX_MASTER",
        "DB_COLLECTION_NAME_PAYMENT_MASTER"),
    CONNECTIONS(
        "the service has bounds of its own; minPoolSize and maxIdleTimeMS may stand in MONGODB_URI",
        "DB_CONNECTION_RETRY_COUNT",
        "DB_MAX_POOL_SIZE",
        "DB_MIN_POOL_SIZE",
        "DB_MAX_IDLE_TIME_MS",
        "DB_SERVER_SELECTION_TIMEOUT_MS",
        "DB_CONNECT_TIMEOUT_MS",
        "DB_SOCKET_TIMEOUT_MS"),
    SERVICES(
        "the cart service makes no calls there",
        "BASE_URL_CART",
        "BASE_URL_REPORT",
        "BASE_URL_JOURNAL",
        "BASE_URL_STOCK"),
    FORMATS("the formats of the API are fixed", "DATE_FORMAT", "TIME_FORMAT", "DATETIME_FORMAT");

    private final String why;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list
    private final List<String> names;

    Topic(String why, String... names) {
      this.why = why;
      this.names = List.of(names);
    }
  }

  /** The only accepted value of each variable that cannot be changed, by its name. */
  static final Map<String, String> FIXED =
      Map.of(
          "DB_COLLECTION_NAME_CACHE_CART", "cache_cart",
          "DB_COLLECTION_NAME_TRAN_LOG", "log_tran",
          "DB_COLLECTION_NAME_TRAN_LOG_DELIVERY_STATUS", "status_tran_delivery",
          "DB_COLLECTION_NAME_STATUS_TRAN", "status_tran",
          "DB_COLLECTION_NAME_TERMINAL_COUTER", "info_terminal_counter",
          "ALGORITHM", "HS256");

  private KugelposVariables() {}

  /** Why each variable has no effect, in the order of their topics. */
  static Map<String, String> withoutEffect() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      topic.names.forEach(name -> reasons.put(name, topic.why));
    }
    return reasons;
  }

  /** Those of the given variables that have no effect, each with the reason. */
  static List<String> ineffective(Map<String, String> environment) {
    return withoutEffect().entrySet().stream()
        .filter(each -> !environment.getOrDefault(each.getKey(), "").isBlank())
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .toList();
  }

  /**
   * Checks the variables whose values are fixed.
   *
   * @param problems receives each that has another value
   */
  static void check(Map<String, String> environment, Consumer<ConfigurationException> problems) {
    FIXED.forEach(
        (name, only) -> {
          String given = environment.getOrDefault(name, "").strip();
          if (!given.isEmpty() && !given.equals(only)) {
            problems.accept(
                ConfigurationException.wrongValue(
                    name, given, only + ", because this service supports no other"));
          }
        });
  }
}
