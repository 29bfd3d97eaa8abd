package dev.poscart.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that can be configured: an environment variable each, and an option of the same name.
 */
public enum Variable {
  PORT("8003", "TCP port of the REST API; 0 takes a free one"),
  HOST("", "address to listen on (default: 127.0.0.1 with the demo store, else 0.0.0.0)"),
  HTTP_TLS_CERT_FILE(
      "",
      "PEM file of the port's certificate and those that lead to its authority; with it the port"
          + " speaks HTTPS only (default: none, plain HTTP)"),
  HTTP_TLS_KEY_FILE(
      "", "PEM file (PKCS #8, RSA or EC, not encrypted) of the key of that certificate"),
  STORE_PROFILE(
      "", "store profile, a JSON file (default: the demo store, unless MONGODB_URI is set)"),
  DATA_DIR("poscart-data", "folder of the embedded database"),
  MONGODB_URI("", "MongoDB to keep carts and the log in (default: the embedded database)"),
  DB_NAME_PREFIX("db_cart", "databases are <prefix>_<tenant> and <prefix>_commons"),
  MASTER_DATA_GRPC_URL(
      "",
      "item master, host:port or dns:///host:port (default: an embedded one with the profile's"
          + " items)"),
  BASE_URL_TERMINAL(
      "",
      "terminal service, such as http://terminal:8001/api/v1 (default: terminals and stores are"
          + " those of the profile or database)"),
  BASE_URL_MASTER_DATA(
      "",
      "master-data service, such as http://master-data:8002/api/v1 (default: settings, promotions"
          + " and payment methods are those of the profile or database)"),
  NEIGHBOUR_TIMEOUT_SECONDS("5", "seconds that a question to one of these two may take"),
  GRPC_TIMEOUT("5", new Bounds(0.01, 300), "seconds that an item look-up may take"),
  MASTER_DATA_GRPC_IDLE_SECONDS(
      "120",
      new Bounds(10, 3_600),
      "seconds without look-ups after which the connection to the item master is closed; less than"
          + " it takes the firewalls on the way to forget a quiet connection"),
  ITEM_MASTER_WARM_UP("true", "connect to the item master in the background after the start"),
  USE_ITEM_CACHE("true", "keep looked-up items in memory"),
  ITEM_CACHE_TTL_SECONDS(
      "300", new Bounds(0.1, 86_400), "seconds that an item is taken from memory"),
  ITEM_NEGATIVE_TTL_SECONDS(
      "5", new Bounds(0.1, 3_600), "seconds that a code is remembered as unknown"),
  ITEM_CACHE_MAX_ENTRIES(
      "100000", new Bounds(1, 10_000_000), "most items in memory, all stores together"),
  ITEM_STALE_LIMIT_SECONDS(
      "3600",
      new Bounds(0, 2_592_000),
      "greatest age of an item sold while the master is down or slow; 0 sells none"),
  USE_ITEM_BREAKER("true", "refuse look-ups at once while the master keeps failing"),
  ITEM_BREAKER_FAILURE_PERCENT(
      "50", new Bounds(1, 100), "share of failed look-ups from which they are refused"),
  ITEM_BREAKER_SLOW_SECONDS(
      "2",
      new Bounds(0.01, 300),
      "seconds after which a look-up without an answer counts as failed"),
  ITEM_BREAKER_OPEN_SECONDS(
      "2", new Bounds(0.1, 3_600), "seconds until refused look-ups are tried again"),
  MASTER_DATA_GRPC_TLS("false", "encrypt the connection to the item master"),
  MASTER_DATA_GRPC_CA_FILE(
      "", "PEM file of the authorities to trust (default: those of the Java platform)"),
  MASTER_DATA_GRPC_CERT_FILE("", "PEM file of the service's own certificate (default: none)"),
  MASTER_DATA_GRPC_KEY_FILE("", "PEM file (PKCS #8) of the key of that certificate"),
  MASTER_DATA_GRPC_TOKEN_FILE("", "file with a bearer token for each look-up (default: none)"),
  TIMEZONE("Asia/Tokyo", "time zone of the stores"),
  BUSINESS_DAY_STARTS_AT(
      "00:00",
      "time of day at which a business day begins, for terminals of the store profile that have no"
          + " businessDate; with 05:00 a sale at 02:00 belongs to the day before"),
  ROUND_METHOD_FOR_DISCOUNT(
      "Round", "rounding of percent discounts: Round (half up), Floor or Ceil"),
  DISCOUNT_ROUNDING(
      "piece",
      "what a percent discount on a line is rounded over: piece (per piece) or line (once per line)"),
  TAX_ROUNDING(
      "code", "what a tax is rounded over: code (once per tax code) or rate (once per rate)"),
  TENDER_RULES(
      "",
      "what decides how tenders behave: flags (isActive, limitAmount, canDepositOver, canChange and"
          + " canRefund of the payment method) or kind (cash or not) (default: flags with a store"
          + " profile, kind where methods come from BASE_URL_MASTER_DATA or a database)"),
  REFUND_TO(
      "any",
      "where the money of a return may go: any (payment method) or sale (those that the sale was"
          + " paid with, each up to what was paid with it and not yet paid back)"),
  CASH_ROUNDING(
      "none",
      "what is paid in cash: none (fractions of a yen too) or yen (whole yen, half up; the"
          + " difference is shown)"),
  STAMP_DUTY_PAYMENT_CODES(
      "",
      "payment codes that count for stamp duty, separated by commas, such as 01,12 (default: those"
          + " of the cash kinds)"),
  MAX_QUANTITY("9999", "most pieces on one line"),
  MAX_UNIT_PRICE("999999999", "highest price of one piece, in yen"),
  ITEM_CODE_MATCHING(
      "lenient",
      "lenient: blanks, full-width characters, symbology identifiers, GS1 element strings and"
          + " leading zeros of GTINs make no difference to an item code; exact: they do"),
  IN_STORE_CODES(
      "",
      "codes that carry a price or weight, prefix:itemDigits:valueDigits:price|weight[:decimals]"
          + "[:pricecheck=gs1|mod10], separated by commas (default: none)"),
  RECEIPT_NO_START_VALUE("", "first receipt number where no setting names one (default: 111111)"),
  RECEIPT_NO_END_VALUE("", "last receipt number where no setting names one (default: 999999)"),
  INVOICE_REGISTRATION_NUMBER("", "number on receipts where no setting names one (default: none)"),
  RECEIPT_HEADERS("", "first lines of receipts where no setting names them (default: none)"),
  RECEIPT_FOOTERS("", "last lines of receipts where no setting names them (default: none)"),
  RECEIPT_ITEM_NAME(
      "cut",
      "an item name wider than its line on the receipt, where no setting says: cut (its end is left"
          + " out) or wrap (it goes on in a second line)"),
  MAX_BODY_BYTES(
      "1048576",
      "largest request body, as it is sent and once it is decoded",
      Optional.of("MAX_REQUEST_BODY_BYTES")),
  REQUEST_TIMEOUT_SECONDS("30", "after that a request is answered with 504"),
  RECEIVE_TIMEOUT_SECONDS(
      "15", "seconds that a caller may take to send a request; who is slower is cut"),
  IDLE_TIMEOUT_SECONDS("60", "after that a connection without traffic is closed"),
  MAX_CONNECTIONS("1000", "open connections; for one more the longest idle one is closed"),
  MAX_REQUESTS_IN_WORK("256", "requests worked on at once, beside those for health and metrics"),
  MAX_REQUESTS_WAITING("256", "requests that wait for their turn; one more is answered 503"),
  DRAIN_SECONDS("10", "time that requests in flight have to finish when the service stops"),
  SHUTDOWN_DELAY_SECONDS(
      "0",
      "time that load balancers have to see /health/ready answer 503 before requests are refused"),
  REFERENCE_CACHE_TTL_SECONDS(
      "60",
      "how long promotions, settings, taxes and payment methods in MongoDB or of the master-data"
          + " service are remembered"),
  RECOVERY_INTERVAL_SECONDS("5", "how often sales whose closing was interrupted are looked for"),
  IDEMPOTENCY_TTL_HOURS("24", "hours that the answer of a request with a key is kept"),
  CART_RETENTION_DAYS(
      "90",
      "days after its last change that a cart which is closed, or open without payments, is"
          + " removed; 0: never"),
  DAPR_HTTP_ENDPOINT(
      "", "Dapr sidecar that publishes events, such as http://localhost:3500 (default: they wait)"),
  PUBSUB_URL("", "address that events are posted to as JSON, instead of a Dapr sidecar"),
  PUBSUB_TIMEOUT_SECONDS("10", "seconds that publishing an event may take"),
  PUBSUB_INTERVAL_SECONDS("5", "how often due events are looked for, beside after each closing"),
  PUBSUB_MAX_FAILURES("100", "after so many failed attempts in a row an event is parked"),
  PUBSUB_REVIVE_SECONDS(
      "3600", "how often events that could not be published and were parked are tried again"),
  UNDELIVERED_CHECK_INTERVAL_IN_MINUTES(
      "5", "minutes after which an event that not all have acknowledged is published again"),
  PUBSUB_MAX_REPUBLICATIONS("5", "how often that is done before the event is parked; 0: never"),
  PUBSUB_NOTIFY_API_KEY(
      "",
      "API key by which peer services acknowledge events (default: a public one with the demo store,"
          + " else none)"),
  SECRET_KEY(
      "",
      "secret of at least 32 bytes that tokens are signed with, HS256 (default: a public one with"
          + " the demo store, else tokens are not accepted)"),
  TERMINAL_TOKEN_MAX_AGE_SECONDS("86400", "a terminal token issued longer ago is refused"),
  TERMINAL_TOKEN_CHECK(
      "true",
      "a terminal that the directory knows as closed or without staff is so, whatever its token"
          + " says"),
  USE_TERMINAL_CACHE("true", "remember terminals that have identified themselves"),
  TERMINAL_CACHE_TTL_SECONDS("300", "how long a terminal is remembered"),
  AUTH_FAILURES_PER_MINUTE(
      "10",
      "failed attempts to authenticate per terminal and address, ten times that per address;"
          + " more are answered 429; 0: any number"),
  CORS_ORIGINS(
      "", "origins of browsers that may call the API, separated by commas (default: none)");

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

  /** The value if none is given; empty where the meaning tells what then happens. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The least and the greatest value; empty for what is no number, or is bounded elsewhere. */
  Optional<Bounds> bounds() {
    return Double.isNaN(min) ? Optional.empty() : Optional.of(new Bounds(min, max));
  }

  /** One line for the reader of {@code --help}. */
  public String meaning() {
    return meaning;
  }

  /** The environment variables that set it: its own name, then its alias if it has one. */
  public List<String> names() {
    return Stream.concat(Stream.of(name()), alias.stream()).toList();
  }

  /** The same as command-line options, such as {@code --store-profile}. */
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
