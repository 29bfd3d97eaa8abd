package dev.poscart.app;

import dev.poscart.app.config.Variable;
import dev.poscart.web.TestCertificate;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values that each setting refuses. */
final class WrongSettings {

  /**
   * One wrong value.
   *
   * @param others valid settings in combination with which this value is wrong
   */
  record Wrong(String value, Map<Variable, String> others) {}

  private final Path folder;
  private final int takenPort;
  private final Path aFile;
  private final Map<Variable, List<Wrong>> cases = new EnumMap<>(Variable.class);

  WrongSettings(Path folder, int takenPort) throws IOException {
    this.folder = folder;
    this.takenPort = takenPort;
    this.aFile = Files.writeString(folder.resolve("letter"), "Dear tax office");
  }

  Map<Variable, List<Wrong>> all() throws IOException {
    itemMaster();
    selling();
    receipts();
    carriedCarts();
    server();
    eventsAndAccess();
    addresses();
    filesAndFolders();
    return cases;
  }

  private void itemMaster() {
    wrong(Variable.PORT, "abc", "65536", "-1", String.valueOf(takenPort));
    wrong(Variable.NEIGHBOUR_TIMEOUT_SECONDS, "0", "61", "5d", "5s");
    wrong(Variable.GRPC_TIMEOUT, "0", "NaN", "Infinity", "0x5", "1,5");
    wrong(Variable.MASTER_DATA_GRPC_IDLE_SECONDS, "9", "3601");
    wrong(Variable.ITEM_MASTER_WARM_UP, "maybe");
    wrong(Variable.USE_GRPC, "maybe", "false");
    wrong(Variable.USE_ITEM_CACHE, "2");
    wrong(Variable.ITEM_CACHE_TTL_SECONDS, "0");
    wrong(Variable.ITEM_NEGATIVE_TTL_SECONDS, "0");
    wrong(Variable.ITEM_CACHE_MAX_ENTRIES, "0", "10000001");
    wrong(Variable.ITEM_STALE_LIMIT_SECONDS, "-1");
    wrong(Variable.USE_ITEM_BREAKER, "maybe");
    wrong(Variable.ITEM_BREAKER_FAILURE_PERCENT, "0", "101", "50%");
    wrong(Variable.ITEM_BREAKER_SLOW_SECONDS, "0");
    wrong(Variable.ITEM_BREAKER_OPEN_SECONDS, "0");
    wrong(Variable.MASTER_DATA_GRPC_TLS, "true", "maybe");
  }

  private void selling() {
    wrong(Variable.OTEL_EXPORTER_OTLP_ENDPOINT, "collector:4318", "http://c:4318/?x=1");
    wrong(Variable.TIMEZONE, "Mars/Olympus", "+25");
    wrong(Variable.BUSINESS_DAY_STARTS_AT, "24:00", "5:60", "noon", "-1");
    wrong(Variable.ROUND_METHOD_FOR_DISCOUNT, "Up");
    wrong(Variable.DISCOUNT_ROUNDING, "Line");
    wrong(Variable.TAX_ROUNDING, "item");
    wrong(Variable.TAX_MASTER, "10", "[{\"tax_code\": \"01\"}]");
    wrong(Variable.STAMP_DUTY_MASTER, "200", "[]");
    wrong(Variable.CASH_ROUNDING, "10");
    wrong(Variable.RECEIPT_ITEM_NAME, "fold");
    wrong(Variable.RECEIPT_FORMAT, "pdf");
    wrong(Variable.ITEM_CODE_MATCHING, "Exact");
    wrong(Variable.TENDER_RULES, "Flags");
    wrong(Variable.REFUND_TO, "cash");
    wrong(Variable.STAMP_DUTY_PAYMENT_CODES, "99", "01 02", "01;02", ",", "01,,02");
    wrong(Variable.MAX_QUANTITY, "0", "1000001");
    wrong(Variable.MAX_UNIT_PRICE, "0", "1e9");
    wrong(Variable.IN_STORE_CODES, "02:5:5", "02:5:5:price,02:5:5:weight");
  }

  private void carriedCarts() {
    wrong(Variable.SNAPSHOT_HMAC_KEYS, "pv1;c2VjcmV0", "pv1:c2VjcmV0", "pv1:c2VjcmV0***", ",");
    String missing = folder.resolve("missing").toString();
    wrong(Variable.SNAPSHOT_HMAC_KEY_FILE, missing, folder.toString(), aFile.toString());
    wrong(Variable.SNAPSHOT_ALLOW_INSECURE_KEY, "maybe");
    wrong(Variable.CART_REQUEST_SNAPSHOT_MODE, "BOTH", "REQUIRED");
    wrong(Variable.CARRIED_REPEAT, "maybe");
    wrong(Variable.CARRIED_CART_CHECK, "maybe");
    wrong(Variable.VOID_SCOPE, "day");
    wrong(Variable.SNAPSHOT_MAX_AGE_HOURS, "-1", "8761");
    wrong(Variable.CARRIED_AUDIT_DAYS, "0", "3651");
  }

  private void receipts() {
    wrong(Variable.RECEIPT_NO_START_VALUE, "many", "1000000000");
    wrong(Variable.RECEIPT_NO_END_VALUE, "-1", "111110");
    wrong(Variable.RECEIPT_NO_END_VALUE, Map.of(Variable.RECEIPT_NO_START_VALUE, "6"), "5");
    wrong(Variable.RECEIPT_NO_START_VALUE, "1000000");
    wrong(Variable.RECEIPT_HEADERS, "Thank you", "{}");
    wrong(Variable.RECEIPT_FOOTERS, "Thank you", "[{");
  }

  private void server() {
    wrong(Variable.MAX_BODY_BYTES, "12", "1MB");
    wrong(Variable.REQUEST_TIMEOUT_SECONDS, "-3", "0");
    wrong(Variable.RECEIVE_TIMEOUT_SECONDS, "0");
    wrong(Variable.IDLE_TIMEOUT_SECONDS, "0");
    wrong(Variable.MAX_CONNECTIONS, "1");
    wrong(Variable.MAX_REQUESTS_IN_WORK, "0");
    wrong(Variable.MAX_REQUESTS_WAITING, "-1");
    wrong(Variable.DRAIN_SECONDS, "soon", "-1", "0", "0.0001");
    wrong(Variable.SHUTDOWN_DELAY_SECONDS, "-1");
    wrong(Variable.REFERENCE_CACHE_TTL_SECONDS, "86401");
    wrong(Variable.RECOVERY_INTERVAL_SECONDS, "0");
    wrong(Variable.IDEMPOTENCY_TTL_HOURS, "0", "721");
    wrong(Variable.CART_RETENTION_DAYS, "-1", "6", "36501");
  }

  private void eventsAndAccess() {
    wrong(Variable.PUBSUB_TIMEOUT_SECONDS, "0");
    wrong(Variable.PUBSUB_INTERVAL_SECONDS, "0");
    wrong(Variable.PUBSUB_MAX_FAILURES, "0");
    wrong(Variable.PUBSUB_REVIVE_SECONDS, "0");
    wrong(Variable.UNDELIVERED_CHECK_INTERVAL_IN_MINUTES, "0");
    wrong(Variable.PUBSUB_MAX_REPUBLICATIONS, "-1");
    wrong(Variable.PUBSUB_NOTIFY_API_KEY, "short", "test-api-key-for-development-only");
    wrong(Variable.SECRET_KEY, "too short", "test-secret-key-for-development-only");
    wrong(Variable.TERMINAL_TOKEN_MAX_AGE_SECONDS, "0");
    wrong(Variable.TERMINAL_TOKEN_CHECK, "sometimes");
    wrong(Variable.REQUIRE_SIGN_IN, "2");
    wrong(Variable.ALLOW_EARLIER_BUSINESS_DATE, "2");
    wrong(Variable.ALLOW_CASH_OVERDRAFT, "2");
    wrong(Variable.USE_TERMINAL_CACHE, "2");
    wrong(Variable.TERMINAL_CACHE_TTL_SECONDS, "0");
    wrong(Variable.OPS_API_KEY, "short");
    wrong(Variable.AUTH_FAILURES_PER_MINUTE, "-1");
  }

  private void addresses() {
    wrong(Variable.HOST, "203.0.113.1", "no.such.host.invalid");
    wrong(Variable.MONGODB_URI, "localhost:27017", "mongodb:///", "mongodb://u:pass@word@host");
    wrong(Variable.DB_NAME_PREFIX, "a/b", "a b", "x".repeat(32));
    wrong(
        Variable.MASTER_DATA_GRPC_URL, "http://master:50051", "master", "master:0", "master:65536");
    for (Variable base : List.of(Variable.BASE_URL_TERMINAL, Variable.BASE_URL_MASTER_DATA)) {
      wrong(base, "terminal:8001", "ftp://host", "http://", "http://host:99999", "http://host/?a");
    }
    wrong(Variable.DAPR_HTTP_ENDPOINT, "localhost:3500", "http://host?a=b");
    wrong(Variable.BASE_URL_DAPR, "localhost:3500", "http://host?a=b");
    wrong(Variable.PUBSUB_URL, "localhost", "http://a b");
    wrong(Variable.REGISTER_API_ORIGINS, "*", "https://x/", "pos.example", "https://pos.example,*");
    wrong(
        Variable.CORS_ORIGINS,
        "https://x/",
        "pos.example",
        "https://*.pos.example",
        "https://Pos.example",
        "https://u@pos.example",
        "https://pos.example,null");
  }

  private void filesAndFolders() throws IOException {
    String missing = folder.resolve("missing").toString();
    String directory = folder.toString();
    String letter = aFile.toString();
    TlsFiles own = TestCertificate.make(Files.createDirectory(folder.resolve("own")), "RSA");
    TlsFiles other = TestCertificate.make(Files.createDirectory(folder.resolve("other")), "RSA");
    String certificate = own.certificateFile().toString();
    String key = own.keyFile().toString();
    wrong(Variable.ENV_FILE, missing, directory, letter);
    wrong(Variable.STORE_PROFILE, missing, directory, letter);
    wrong(Variable.DATA_DIR, letter, letter + "/data", "/proc/poscart", "what?");
    Map<Variable, String> tls =
        Map.of(Variable.MASTER_DATA_GRPC_URL, "master:50051", Variable.MASTER_DATA_GRPC_TLS, "on");
    wrong(Variable.MASTER_DATA_GRPC_CA_FILE, tls, missing, directory, letter, key);
    wrong(Variable.MASTER_DATA_GRPC_CA_FILE, certificate);
    wrong(Variable.MASTER_DATA_GRPC_TOKEN_FILE, missing, directory);
    pair(Variable.HTTP_TLS_CERT_FILE, Variable.HTTP_TLS_KEY_FILE, Map.of(), own, other);
    pair(Variable.MASTER_DATA_GRPC_CERT_FILE, Variable.MASTER_DATA_GRPC_KEY_FILE, tls, own, other);
  }

  private void pair(
      Variable chain, Variable key, Map<Variable, String> with, TlsFiles own, TlsFiles other) {
    String missing = folder.resolve("missing").toString();
    Map<Variable, String> withKey = new EnumMap<>(Variable.class);
    withKey.putAll(with);
    withKey.put(key, own.keyFile().toString());
    wrong(chain, withKey, "", missing, folder.toString(), aFile.toString());
    Map<Variable, String> withChain = new EnumMap<>(Variable.class);
    withChain.putAll(with);
    withChain.put(chain, own.certificateFile().toString());
    wrong(key, withChain, "", missing, folder.toString(), other.keyFile().toString());
  }

  private void wrong(Variable variable, String... values) {
    wrong(variable, Map.of(), values);
  }

  private void wrong(Variable variable, Map<Variable, String> others, String... values) {
    for (String value : values) {
      cases.computeIfAbsent(variable, any -> new ArrayList<>()).add(new Wrong(value, others));
    }
  }
}
