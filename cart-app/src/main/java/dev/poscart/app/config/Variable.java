package dev.poscart.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of the service. Each is an environment variable and a command-line option of the
 * same name.
 */
public enum Variable {
  PORT("8003", "TCP port of the REST API; 0 picks a free port"),
  HOST("", "address to listen on (default: 127.0.0.1 with the demo store, otherwise 0.0.0.0)"),
  HTTP_TLS_CERT_FILE(
      "",
      "PEM file with the server certificate and its intermediate certificates; if set, the"
          + " port serves HTTPS only (default: none, plain HTTP)"),
  HTTP_TLS_KEY_FILE(
      "", "PEM file with the server certificate's private key (PKCS #8, RSA or EC, unencrypted)"),
  STORE_PROFILE(
      "", "store profile, a JSON file (default: the demo store, unless MONGODB_URI is set)"),
  DATA_DIR("poscart-data", "directory of the embedded database"),
  MONGODB_URI("", "MongoDB for carts and the transaction log (default: the embedded database)"),
  DB_NAME_PREFIX("db_cart", "prefix of the database names, <prefix>_<tenant> and <prefix>_commons"),
  MASTER_DATA_GRPC_URL(
      "",
      "item master, host:port or dns:///host:port (default: an embedded item master that"
          + " serves the items of the store profile)"),
  BASE_URL_TERMINAL(
      "",
      "base URL of the terminal service, such as http://terminal:8001/api/v1 (default:"
          + " terminals and stores come from the profile or the database)"),
  BASE_URL_MASTER_DATA(
      "",
      "base URL of the master-data service, such as http://master-data:8002/api/v1 (default:"
          + " settings, promotions and payment methods come from the profile or the database)"),
  NEIGHBOUR_TIMEOUT_SECONDS(
      "5", "timeout of a request to the terminal or master-data service, in seconds"),
  GRPC_TIMEOUT("5", new Bounds(0.01, 300), "timeout of an item look-up, in seconds"),
  MASTER_DATA_GRPC_IDLE_SECONDS(
      "120",
      new Bounds(10, 3_600),
      "seconds without look-ups before the connection to the item master is closed; choose"
          + " less than the idle timeout of any firewall in between"),
  ITEM_MASTER_WARM_UP("true", "connect to the item master in the background at startup"),
  USE_ITEM_CACHE("true", "cache looked-up items in memory"),
  ITEM_CACHE_TTL_SECONDS("300", new Bounds(0.1, 86_400), "seconds for which a cached item is used"),
  ITEM_NEGATIVE_TTL_SECONDS(
      "5", new Bounds(0.1, 3_600), "seconds for which a code is remembered as unknown"),
  ITEM_CACHE_MAX_ENTRIES(
      "100000", new Bounds(1, 10_000_000), "maximum number of cached items, all stores together"),
  ITEM_STALE_LIMIT_SECONDS(
      "3600",
      new Bounds(0, 2_592_000),
      "maximum age, in seconds, of a cached item that may be sold while the item master is"
          + " down or slow; 0: such items are not sold"),
  USE_ITEM_BREAKER(
      "true", "circuit breaker: reject look-ups at once while the item master keeps failing"),
  ITEM_BREAKER_FAILURE_PERCENT(
      "50", new Bounds(1, 100), "percentage of failed look-ups at which the circuit breaker opens"),
  ITEM_BREAKER_SLOW_SECONDS(
      "2", new Bounds(0.01, 300), "seconds after which an unanswered look-up counts as failed"),
  ITEM_BREAKER_OPEN_SECONDS(
      "2",
      new Bounds(0.1, 3_600),
      "seconds until an open circuit breaker lets look-ups through again, as a trial"),
  MASTER_DATA_GRPC_TLS("false", "use TLS for the connection to the item master"),
  MASTER_DATA_GRPC_CA_FILE(
      "",
      "PEM file with the certificate authorities to trust (default: those of the Java"
          + " runtime)"),
  MASTER_DATA_GRPC_CERT_FILE("", "PEM file with the service's client certificate (default: none)"),
  MASTER_DATA_GRPC_KEY_FILE("", "PEM file with the client certificate's private key (PKCS #8)"),
  MASTER_DATA_GRPC_TOKEN_FILE(
      "", "file with the bearer token sent with each look-up (default: none)"),
  TIMEZONE("Asia/Tokyo", "time zone of the stores"),
  BUSINESS_DAY_STARTS_AT(
      "00:00",
      "time of day at which a business day begins, for terminals of the store profile"
          + " without a businessDate; with 05:00, a sale at 02:00 belongs to the previous day"),
  ROUND_METHOD_FOR_DISCOUNT(
      "Round", "how percentage discounts are rounded: Round (half up), Floor or Ceil"),
  DISCOUNT_ROUNDING(
      "piece",
      "when a percentage discount on a line is rounded: piece (once per piece) or line (once"
          + " per line)"),
  TAX_ROUNDING(
      "code", "when a tax is rounded: code (once per tax code) or rate (once per tax rate)"),
  TENDER_RULES(
      "",
      "what a payment method allows is decided by: flags (its isActive, limitAmount,"
          + " canDepositOver, canChange and canRefund) or kind (cash or not) (default: flags with a"
          + " store profile, kind if payment methods come from BASE_URL_MASTER_DATA or a"
          + " database)"),
  REFUND_TO(
      "any",
      "payment methods that may refund a return: any, or sale (only those the sale was paid"
          + " with, each up to the amount paid and not yet refunded)"),
  CASH_ROUNDING(
      "none",
      "cash amounts: none (fractions of a yen are kept) or yen (rounded half up to whole"
          + " yen; the difference is shown)"),
  STAMP_DUTY_PAYMENT_CODES(
      "",
      "payment codes that count towards stamp duty, separated by commas, such as 01,12"
          + " (default: the codes of the cash kind)"),
  MAX_QUANTITY("9999", "maximum quantity of one line"),
  MAX_UNIT_PRICE("999999999", "maximum unit price, in yen"),
  ITEM_CODE_MATCHING(
      "lenient",
      "how item codes are compared: lenient (ignores blanks, full-width characters,"
          + " symbology identifiers, GS1 element strings and leading zeros of GTINs) or exact"),
  IN_STORE_CODES(
      "",
      "formats of in-store barcodes that contain a price or weight,"
          + " prefix:itemDigits:valueDigits:price|weight[:decimals][:pricecheck=gs1|mod10],"
          + " separated by commas (default: none)"),
  RECEIPT_NO_START_VALUE(
      "", "first receipt number for tenants without this setting (default: 111111)"),
  RECEIPT_NO_END_VALUE(
      "", "last receipt number for tenants without this setting (default: 999999)"),
  INVOICE_REGISTRATION_NUMBER(
      "",
      "registration number of the qualified-invoice issuer on receipts, for tenants without"
          + " this setting (default: none)"),
  RECEIPT_HEADERS("", "header lines of receipts, for tenants without this setting (default: none)"),
  RECEIPT_FOOTERS("", "footer lines of receipts, for tenants without this setting (default: none)"),
  RECEIPT_ITEM_NAME(
      "cut",
      "item names too wide for their line on the receipt, for tenants without this setting:"
          + " cut (truncated) or wrap (continued on a second line)"),
  MAX_BODY_BYTES(
      "1048576",
      "maximum size of a request body in bytes, both as received and after decompression",
      Optional.of("MAX_REQUEST_BODY_BYTES")),
  REQUEST_TIMEOUT_SECONDS("30", "seconds after which a request is answered with 504"),
  RECEIVE_TIMEOUT_SECONDS(
      "15", "seconds a client may take to send a request; slower connections are closed"),
  IDLE_TIMEOUT_SECONDS("60", "seconds without traffic after which a connection is closed"),
  MAX_CONNECTIONS(
      "1000",
      "maximum number of open connections; to accept one more, the one idle longest is"
          + " closed"),
  MAX_REQUESTS_IN_WORK(
      "256",
      "maximum number of requests processed at once, not counting health checks and metrics"),
  MAX_REQUESTS_WAITING(
      "256", "maximum number of queued requests; further requests are answered with 503"),
  DRAIN_SECONDS("10", "seconds that requests in flight get to finish when the service stops"),
  SHUTDOWN_DELAY_SECONDS(
      "0",
      "seconds between /health/ready turning 503 and the service refusing requests, for load"
          + " balancers to notice"),
  REFERENCE_CACHE_TTL_SECONDS(
      "60",
      "seconds for which promotions, settings, taxes and payment methods from MongoDB or the"
          + " master-data service are cached"),
  RECOVERY_INTERVAL_SECONDS("5", "seconds between searches for interrupted closings"),
  IDEMPOTENCY_TTL_HOURS(
      "24", "hours for which the response to a request with an idempotency key is kept"),
  CART_RETENTION_DAYS(
      "90",
      "days after its last change until a cart is deleted, if it is closed, or open without"
          + " payments; 0: never"),
  DAPR_HTTP_ENDPOINT(
      "",
      "Dapr sidecar that publishes events, such as http://localhost:3500 (default: none;"
          + " events stay in the outbox)"),
  PUBSUB_URL("", "URL to which events are posted as JSON, instead of a Dapr sidecar"),
  PUBSUB_TIMEOUT_SECONDS("10", "timeout for publishing an event, in seconds"),
  PUBSUB_INTERVAL_SECONDS(
      "5",
      "seconds between searches for events that are due; events are also published right"
          + " after each closing"),
  PUBSUB_MAX_FAILURES("100", "consecutive failed attempts after which an event is parked"),
  PUBSUB_REVIVE_SECONDS(
      "3600", "seconds between retries of events that were parked because publishing them failed"),
  UNDELIVERED_CHECK_INTERVAL_IN_MINUTES(
      "5",
      "minutes after which an event is published again unless all peer services have"
          + " acknowledged it"),
  PUBSUB_MAX_REPUBLICATIONS(
      "5",
      "how many times an unacknowledged event is published again before it is parked; 0: not"
          + " at all"),
  PUBSUB_NOTIFY_API_KEY(
      "",
      "API key with which peer services acknowledge events (default: a public key with the"
          + " demo store, otherwise none)"),
  SECRET_KEY(
      "",
      "secret for signing tokens (HS256), at least 32 bytes (default: a public secret with"
          + " the demo store, otherwise none: tokens are not accepted)"),
  TERMINAL_TOKEN_MAX_AGE_SECONDS(
      "86400", "maximum age of a terminal token, in seconds; older ones are refused"),
  TERMINAL_TOKEN_CHECK(
      "true",
      "treat a terminal as closed or unstaffed if the directory says so, whatever its token"
          + " says"),
  USE_TERMINAL_CACHE("true", "cache authenticated terminals in memory"),
  TERMINAL_CACHE_TTL_SECONDS("300", "seconds for which an authenticated terminal is cached"),
  AUTH_FAILURES_PER_MINUTE(
      "10",
      "failed authentication attempts allowed per minute for each pair of terminal and"
          + " client address, and ten times as many for each address; further attempts are answered"
          + " with 429; 0: no limit"),
  CORS_ORIGINS(
      "", "origins from which browsers may call the API, separated by commas (default: none)");

  private final String defaultValue;
  private final double min;
  private final double max;
  private final String meaning;
  private final Optional<String> alias;

  Variable(String defaultValue, String meaning) {
    this(defaultValue, new Bounds(Double.NaN, Double.NaN), meaning);
  }

  Variable(String defaultValue, String meaning, Optional<String> alias) {
    this(defaultValue, new Bounds(Double.NaN, Double.NaN), meaning, alias);
  }

  Variable(String defaultValue, Bounds bounds, String meaning) {
    this(defaultValue, bounds, meaning, Optional.empty());
  }

  Variable(String defaultValue, Bounds bounds, String meaning, Optional<String> alias) {
    this.defaultValue = defaultValue;
    this.min = bounds.min();
    this.max = bounds.max();
    this.meaning = meaning;
    this.alias = alias;
  }

  /** The default value; empty if there is none or {@link #meaning()} describes it. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The bounds of a numeric setting; empty for other settings and for bounds checked elsewhere. */
  Optional<Bounds> bounds() {
    return Double.isNaN(min) ? Optional.empty() : Optional.of(new Bounds(min, max));
  }

  /** The description shown by {@code --help}. */
  public String meaning() {
    return meaning;
  }

  /** The names of its environment variables: its own name, then its alias, if any. */
  public List<String> names() {
    return Stream.concat(Stream.of(name()), alias.stream()).toList();
  }

  /** The names of its command-line options, such as {@code --store-profile}. */
  public List<String> options() {
    return names().stream().map(Variable::option).toList();
  }

  private static String option(String name) {
    return "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Variable> ofOption(String option) {
    return Arrays.stream(values())
        .filter(variable -> variable.options().contains(option))
        .findFirst();
  }
}
