package dev.poscart.app.config;

import java.util.EnumSet;
import java.util.Set;

/** What settings are about: the headings of the help and of the documentation. */
enum SettingGroup {
  SERVER("HTTP server", Variable.ENV_FILE, Variable.SHUTDOWN_DELAY_SECONDS),
  DATA("Data", Variable.STORE_PROFILE, Variable.CART_RETENTION_DAYS),
  ITEM_MASTER("Item master", Variable.USE_GRPC, Variable.MASTER_DATA_GRPC_TOKEN_FILE),
  PEER_SERVICES("Peer services", Variable.BASE_URL_TERMINAL, Variable.NEIGHBOUR_TIMEOUT_SECONDS),
  TILL("Prices, payments and item codes", Variable.TIMEZONE, Variable.IN_STORE_CODES),
  RECEIPTS("Receipts", Variable.RECEIPT_NO_START_VALUE, Variable.RECEIPT_FORMAT),
  CARRIED_CARTS("Carried carts", Variable.SNAPSHOT_HMAC_KEYS, Variable.CARRIED_AUDIT_DAYS),
  EVENTS("Events", Variable.DAPR_HTTP_ENDPOINT, Variable.PUBSUB_NOTIFY_API_KEY),
  ACCESS("Authentication", Variable.SECRET_KEY, Variable.AUTH_FAILURES_PER_MINUTE),
  TRACES("Traces", Variable.OTEL_EXPORTER_OTLP_ENDPOINT, Variable.OTEL_SERVICE_NAME);

  private final String heading;
  private final Variable first;
  private final Variable last;

  SettingGroup(String heading, Variable first, Variable last) {
    this.heading = heading;
    this.first = first;
    this.last = last;
  }

  String heading() {
    return heading;
  }

  /** Its settings, in their order. */
  Set<Variable> settings() {
    return EnumSet.range(first, last);
  }
}
