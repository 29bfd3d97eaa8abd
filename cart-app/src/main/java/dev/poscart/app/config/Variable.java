package dev.poscart.app.config;

import static dev.poscart.app.config.SettingValue.flag;
import static dev.poscart.app.config.SettingValue.seconds;
import static dev.poscart.app.config.SettingValue.secret;
import static dev.poscart.app.config.SettingValue.text;
import static dev.poscart.app.config.SettingValue.whole;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The settings of the service: the one place for their names, defaults, bounds and descriptions.
 * Each is an environment variable and a command-line option of the same name.
 */
public enum Variable {
  ENV_FILE(
      text("FILE"),
      "file with settings, one NAME=value a line; environment and command line take precedence"),
  PORT(whole("8003", 0, 65_535), "TCP port of the REST API; 0 picks a free port"),
  HOST(
      text("ADDRESS"),
      "address to listen on (default: 127.0.0.1 for the demo store, else 0.0.0.0)"),
  HTTP_TLS_CERT_FILE(
      text("FILE"), "PEM file with the server certificate and intermediates; if set, HTTPS only"),
  HTTP_TLS_KEY_FILE(
      text("FILE"), "PEM file with its private key (PKCS #8, RSA or EC, unencrypted)"),
  CORS_ORIGINS(
      text("ORIGINS"), "origins from which browsers may call the API, separated by commas"),
  REGISTER_API_ORIGINS(
      text("ORIGINS"),
      "origins of all services that a register in the browser may go on at, separated by commas"),
  MAX_BODY_BYTES(
      whole("1048576", 1_024, 67_108_864)
          .aliases("MAX_REQUEST_BODY_BYTES", "REQUEST_DECOMPRESS_MAX_BYTES"),
      "maximum size of a request body, as received and decompressed (4194304 if carts travel)"),
  REQUEST_TIMEOUT_SECONDS(
      seconds("30", 0.1, 3_600), "seconds after which a request is answered with 504"),
  RECEIVE_TIMEOUT_SECONDS(
      seconds("15", 0.1, 3_600), "seconds a client has to send a request before it is cut off"),
  IDLE_TIMEOUT_SECONDS(
      seconds("60", 1, 3_600), "seconds without traffic after which a connection is closed"),
  MAX_CONNECTIONS(whole("1000", 2, 100_000), "connections beyond which the idlest is closed"),
  MAX_REQUESTS_IN_WORK(
      whole("256", 1, 100_000),
      "requests processed at the same time, besides health checks and metrics"),
  MAX_REQUESTS_WAITING(
      whole("256", 0, 100_000), "number of queued requests beyond which the answer is 503"),
  DRAIN_SECONDS(
      seconds("10", 0.001, 3_600), "seconds that requests in flight have when the service stops"),
  SHUTDOWN_DELAY_SECONDS(
      seconds("0", 0, 600), "seconds from /health/ready turning 503 to refusing requests"),
  STORE_PROFILE(
      text("FILE"), "store profile in JSON (default: the demo store, unless MONGODB_URI is set)"),
  DATA_DIR(text("DIR", "poscart-data"), "directory of the embedded database"),
  MONGODB_URI(
      text("URI"), "MongoDB for carts and the transaction log (default: the embedded database)"),
  DB_NAME_PREFIX(
      text("PREFIX", "db_cart"), "prefix of the databases <prefix>_<tenant> and <prefix>_commons"),
  REFERENCE_CACHE_TTL_SECONDS(
      seconds("60", 0, 86_400).aliases("MASTER_DATA_CACHE_TTL_SECONDS"),
      "seconds for which reference data of MongoDB or the master-data service is cached"),
  RECOVERY_INTERVAL_SECONDS(
      seconds("5", 0.1, 3_600), "seconds between searches for interrupted closings"),
  IDEMPOTENCY_TTL_HOURS(
      whole("24", 1, 720), "hours for which the response to an idempotency key is kept"),
  CART_RETENTION_DAYS(
      whole("90", 0, 36_500),
      "days until an idle cart, closed or without payments, is deleted; 0: never"),
  USE_GRPC(flag("true"), "look items up over gRPC; false: over REST at the master-data service"),
  MASTER_DATA_GRPC_URL(
      text("HOST:PORT"),
      "item master, host:port or dns:///host:port (default: an embedded item master that"
          + " serves the items of the store profile)"),
  GRPC_TIMEOUT(seconds("5", 0.01, 300), "timeout of an item look-up, in seconds"),
  MASTER_DATA_GRPC_IDLE_SECONDS(
      seconds("120", 10, 3_600),
      "seconds without look-ups before the connection to the item master is closed; choose"
          + " less than the idle timeout of any firewall in between"),
  ITEM_MASTER_WARM_UP(flag("true"), "connect to the item master in the background at startup"),
  USE_ITEM_CACHE(flag("true"), "cache looked-up items in memory"),
  ITEM_CACHE_TTL_SECONDS(
      seconds("300", 0.1, 86_400).aliases("ITEM_MASTER_CACHE_TTL_SECONDS"),
      "seconds for which a cached item is used"),
  ITEM_NEGATIVE_TTL_SECONDS(
      seconds("5", 0.1, 3_600), "seconds for which a code is remembered as unknown"),
  ITEM_CACHE_MAX_ENTRIES(
      whole("100000", 1, 10_000_000), "maximum number of cached items, all stores together"),
  ITEM_STALE_LIMIT_SECONDS(
      seconds("3600", 0, 2_592_000),
      "maximum age in seconds of cached items sold while the item master is down; 0: none"),
  USE_ITEM_BREAKER(
      flag("true"), "circuit breaker: reject look-ups at once while the item master keeps failing"),
  ITEM_BREAKER_FAILURE_PERCENT(
      whole("50", 1, 100), "percentage of failed look-ups at which the circuit breaker opens"),
  ITEM_BREAKER_SLOW_SECONDS(
      seconds("2", 0.01, 300), "seconds after which an unanswered look-up counts as failed"),
  ITEM_BREAKER_OPEN_SECONDS(
      seconds("2", 0.1, 3_600), "seconds until an open circuit breaker admits trial look-ups"),
  MASTER_DATA_GRPC_TLS(flag("false"), "use TLS for the connection to the item master"),
  MASTER_DATA_GRPC_CA_FILE(
      text("FILE"), "PEM file of certificate authorities to trust (default: those of the JDK)"),
  MASTER_DATA_GRPC_CERT_FILE(text("FILE"), "PEM file with the service's client certificate"),
  MASTER_DATA_GRPC_KEY_FILE(
      text("FILE"), "PEM file with the client certificate's private key (PKCS #8)"),
  MASTER_DATA_GRPC_TOKEN_FILE(text("FILE"), "file with the bearer token sent with each look-up"),
  BASE_URL_TERMINAL(
      text("URL"),
      "base URL of the terminal service, such as http://terminal:8001/api/v1 (default:"
          + " terminals and stores come from the profile or the database)"),
  BASE_URL_MASTER_DATA(
      text("URL"),
      "base URL of the master-data service, such as http://master-data:8002/api/v1 (default:"
          + " settings, promotions and payment methods come from the profile or the database)"),
  NEIGHBOUR_TIMEOUT_SECONDS(
      seconds("5", 0.1, 60),
      "seconds for a request to the terminal or master-data service, or for a cart of kugelpos"),
  TIMEZONE(text("ZONE", "Asia/Tokyo"), "time zone of the stores"),
  BUSINESS_DAY_STARTS_AT(
      text("HH:MM", "00:00"),
      "time of day at which a business day begins, for terminals of the store profile"
          + " without a businessDate; with 05:00, a sale at 02:00 belongs to the previous day"),
  ROUND_METHOD_FOR_DISCOUNT(
      text("Round|Floor|Ceil", "Round"), "rounding of percentage discounts; Round: half up"),
  DISCOUNT_ROUNDING(
      text("piece|line", "piece"), "round percentage discounts once per piece or per line"),
  TAX_MASTER(
      text("JSON"),
      "tax table of tenants without one, as in kugelpos (default: Japan's 10 and 8 percent)"),
  STAMP_DUTY_MASTER(
      text("JSON"), "stamp duties, as kugelpos has them; only those of the law are accepted"),
  TAX_ROUNDING(
      text("code|rate", "code"), "round taxes once per tax code (code) or per rate (rate)"),
  TENDER_RULES(
      text("flags|kind"),
      "what a payment method allows is decided by: flags (its isActive, limitAmount,"
          + " canDepositOver, canChange and canRefund) or kind (cash or not) (default: flags with a"
          + " store profile, kind if payment methods come from BASE_URL_MASTER_DATA or a"
          + " database)"),
  REFUND_TO(
      text("any|sale", "any"), "refund a return by any payment method or by those of the sale"),
  CASH_ROUNDING(
      text("none|yen", "none"), "rounding of cash: none, or to the yen (half up, rest shown)"),
  STAMP_DUTY_PAYMENT_CODES(
      text("CODES"), "payment codes for stamp duty, such as 01,12 (default: those of cash)"),
  MAX_QUANTITY(whole("9999", 1, 1_000_000), "maximum quantity of one line"),
  MAX_UNIT_PRICE(whole("999999999", 1, 999_999_999), "maximum unit price, in yen"),
  VOID_SCOPE(
      text("session|any"),
      "what a terminal may void: transactions of its current session, or any (default:"
          + " session for terminals whose token has receipt_counter, any for others)"),
  ITEM_CODE_MATCHING(
      text("lenient|exact", "lenient"),
      "how item codes are compared: lenient (ignores blanks, full-width characters,"
          + " symbology identifiers, GS1 element strings and leading zeros of GTINs) or exact"),
  IN_STORE_CODES(
      text("FORMATS"),
      "formats of in-store barcodes that contain a price or weight,"
          + " prefix:itemDigits:valueDigits:price|weight[:decimals][:pricecheck=gs1|mod10],"
          + " separated by commas"),
  RECEIPT_NO_START_VALUE(
      text("NUMBER"), "first receipt number of tenants without this setting (default: 111111)"),
  RECEIPT_NO_END_VALUE(
      text("NUMBER"), "last receipt number for tenants without this setting (default: 999999)"),
  INVOICE_REGISTRATION_NUMBER(
      text("TEXT"), "invoice registration number on receipts, for tenants without this setting"),
  RECEIPT_HEADERS(text("JSON"), "header lines of receipts, for tenants without this setting"),
  RECEIPT_FOOTERS(text("JSON"), "footer lines of receipts, for tenants without this setting"),
  RECEIPT_ITEM_NAME(
      text("cut|wrap", "cut"),
      "item names too wide for a receipt's line: cut (truncated) or wrap (onto a second line)"),
  RECEIPT_FORMAT(
      text("xml|json", "xml"),
      "form of the receipt in answers: xml, or json (a print document for newer terminals)"),
  SNAPSHOT_HMAC_KEYS(
      secret("KEYS"),
      "keys of carts that travel, kid:base64,...; the first signs (default: carts do not travel)"),
  SNAPSHOT_HMAC_KEY_FILE(
      text("FILE"),
      "file with such keys, kid:base64[;tenants=A,B][;until=TIME] a line; read again when it changes"),
  SNAPSHOT_ALLOW_INSECURE_KEY(flag("false"), "accept the keys in kugelpos's sources"),
  CART_REQUEST_SNAPSHOT_MODE(
      text("DUAL|REQUIRED", "DUAL"), "the terminal decides (DUAL), or all carts travel (REQUIRED)"),
  CARRIED_REPEAT(
      text("accept|refuse", "accept"),
      "what to do if a travelling cart is closed again with other contents"),
  CARRIED_CART_CHECK(
      text("off|detect|enforce", "detect"),
      "whether travelling carts that go back or fork are recorded, or also refused"),
  SNAPSHOT_MAX_AGE_HOURS(whole("0", 0, 8_760), "hours a snapshot is valid; 0: for ever"),
  CARRIED_AUDIT_DAYS(
      whole("90", 1, 3_650), "days for which incidents of travelling carts are kept"),
  DAPR_HTTP_ENDPOINT(
      text("URL"),
      "Dapr sidecar for events and kugelpos's open carts, such as http://localhost:3500"),
  BASE_URL_DAPR(
      text("URL"), "the Dapr sidecar as kugelpos names it, such as http://localhost:3500/v1.0"),
  PUBSUB_URL(text("URL"), "URL to which events are posted as JSON, instead of a Dapr sidecar"),
  PUBSUB_TIMEOUT_SECONDS(seconds("10", 0.1, 60), "timeout for publishing an event, in seconds"),
  PUBSUB_INTERVAL_SECONDS(
      seconds("5", 0.1, 3_600), "seconds between searches for due events; closings start one too"),
  PUBSUB_MAX_FAILURES(
      whole("100", 1, 1_000_000), "consecutive failed attempts after which an event is parked"),
  PUBSUB_REVIVE_SECONDS(
      seconds("3600", 1, 2_592_000), "seconds between retries of events that were parked"),
  UNDELIVERED_CHECK_INTERVAL_IN_MINUTES(
      whole("5", 1, 1_440), "minutes until an unacknowledged event is published again"),
  PUBSUB_MAX_REPUBLICATIONS(
      whole("5", 0, 100), "how often an unacknowledged event is republished before it is parked"),
  PUBSUB_NOTIFY_API_KEY(
      secret("KEY"),
      "API key for acknowledging events (default: a public one with the demo store, else none)"),
  SECRET_KEY(
      secret("SECRET"),
      "secret for signing tokens (HS256), at least 32 bytes (default: a public secret with"
          + " the demo store, otherwise none: tokens are not accepted)"),
  TERMINAL_TOKEN_MAX_AGE_SECONDS(
      seconds("86400", 1, 31_536_000), "seconds after which a terminal token is refused"),
  TERMINAL_TOKEN_CHECK(
      flag("true"), "believe the directory rather than the token when it says closed or unstaffed"),
  REQUIRE_SIGN_IN(flag("false"), "open and close terminals only with signed-in staff"),
  ALLOW_EARLIER_BUSINESS_DATE(flag("false"), "open terminals on a date before their last one"),
  ALLOW_CASH_OVERDRAFT(flag("false"), "take more cash out than should be in the drawer"),
  USE_TERMINAL_CACHE(flag("true"), "cache authenticated terminals in memory"),
  TERMINAL_CACHE_TTL_SECONDS(seconds("300", 0.1, 86_400), "seconds a terminal is cached"),
  OPS_API_KEY(
      secret("KEY"),
      "API key that opens /ops, beside the tokens of users (default: none; with the demo store /ops"
          + " is open)"),
  AUTH_FAILURES_PER_MINUTE(
      whole("10", 0, 100_000),
      "failed authentication attempts allowed per minute for each pair of terminal and"
          + " client address, and ten times as many for each address; further attempts are answered"
          + " with 429; 0: no limit"),
  OTEL_EXPORTER_OTLP_ENDPOINT(
      text("URL"), "collector of traces, OTLP over HTTP: http://host:4318 (default: no traces)"),
  OTEL_SERVICE_NAME(text("NAME", "poscart"), "name of this service in traces");

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts and numbers
  private final SettingValue value;

  private final String meaning;

  Variable(SettingValue value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** The form of its value, with the default and the bounds. */
  SettingValue value() {
    return value;
  }

  /** What it does, and its default where {@link #value()} has none. */
  String meaning() {
    return meaning;
  }

  /** The names of its environment variables: its own name, then its aliases. */
  public List<String> names() {
    return Stream.concat(Stream.of(name()), value.aliases().stream()).toList();
  }

  /** The names of its command-line options, such as {@code --store-profile}. */
  public List<String> options() {
    return names().stream()
        .map(name -> "--" + name.toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
