package dev.poscart.app.config;

import dev.poscart.domain.document.KugelposRounding;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.pricing.DiscountRounding;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.pricing.TaxRounding;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.TillLimits;
import dev.poscart.domain.usecase.reversal.VoidScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The complete configuration of the service, validated.
 *
 * @param host address to listen on
 * @param storeProfile empty: the demo store; no profile if MongoDB or a terminal service is
 *     configured
 * @param businessCalendar time zone of the stores and start of their business days
 * @param itemCodes how item codes sent by terminals are matched
 * @param defaultSettings apply to tenants that do not define them
 * @param referenceCacheTtl zero: no caching
 * @param idempotencyRetention how long the response to a request with an idempotency key is kept
 * @param cartsKept how long a cart is kept after its last change; empty: forever
 */
public record ServiceConfig(
    String host,
    int port,
    Optional<Path> storeProfile,
    DataLocation data,
    ItemMasterSettings itemMaster,
    BusinessCalendar businessCalendar,
    AccessConfig access,
    PricingRules pricing,
    PaymentRules payments,
    TaxTable defaultTaxes,
    TillLimits limits,
    ItemCodeConfig itemCodes,
    List<Setting> defaultSettings,
    int maxBodyBytes,
    Duration requestTimeout,
    Duration drainTimeout,
    Duration referenceCacheTtl,
    Duration recoveryInterval,
    Duration idempotencyRetention,
    Optional<Duration> cartsKept,
    EventConfig events,
    PeerConfig peers,
    List<String> corsOrigins,
    ServerConfig server,
    SnapshotConfig snapshots,
    DeskConfig desk,
    VoidScope voidScope) {

  /** Kugelpos's limit for requests that bring their cart. */
  private static final int MAX_BODY_BYTES_WITH_CARTS = 4_194_304;

  /**
   * Reads and validates the configuration.
   *
   * @param given the settings that were given; the others take their defaults
   * @throws ConfigurationException naming the setting, the value and what was expected
   */
  public static ServiceConfig read(Map<Variable, String> given) {
    return read(new VariableReader(given)).withItems();
  }

  private static ServiceConfig read(VariableReader variables) {
    return new ServiceConfig(
        variables.optional(Variable.HOST).orElse(isDemo(variables) ? "127.0.0.1" : "0.0.0.0"),
        variables.integer(Variable.PORT),
        variables.path(Variable.STORE_PROFILE),
        DataLocation.read(variables),
        ItemMasterValues.read(variables),
        businessCalendar(variables),
        AccessConfig.read(variables, isDemo(variables)),
        pricing(variables),
        PaymentValues.read(variables, hasProfile(variables)),
        KugelposTables.taxes(variables),
        limits(variables),
        ItemCodeConfig.read(variables),
        SettingValues.read(variables),
        maxBodyBytes(variables),
        variables.seconds(Variable.REQUEST_TIMEOUT_SECONDS),
        variables.seconds(Variable.DRAIN_SECONDS),
        variables.seconds(Variable.REFERENCE_CACHE_TTL_SECONDS),
        variables.seconds(Variable.RECOVERY_INTERVAL_SECONDS),
        idempotencyRetention(variables),
        RetentionValues.read(variables, idempotencyRetention(variables)),
        EventConfig.read(variables, isDemo(variables)),
        PeerConfig.read(variables),
        AddressValues.origins(variables, Variable.CORS_ORIGINS),
        ServerConfig.read(variables, maxBodyBytes(variables)),
        SnapshotConfig.read(variables),
        DeskConfig.read(variables),
        voidScope(variables));
  }

  /** Whether the service runs the built-in demo store. */
  public boolean demo() {
    return storeProfile.isEmpty()
        && data.mongodbUri().isEmpty()
        && peers.terminalService().isEmpty();
  }

  /** Where requests are traced. */
  public TracingConfig tracing() {
    return server.tracing();
  }

  static boolean isDemo(VariableReader variables) {
    return variables.optional(Variable.STORE_PROFILE).isEmpty()
        && variables.optional(Variable.BASE_URL_TERMINAL).isEmpty()
        && variables.optional(Variable.MONGODB_URI).isEmpty();
  }

  private static boolean hasProfile(VariableReader variables) {
    return (isDemo(variables) || variables.optional(Variable.STORE_PROFILE).isPresent())
        && variables.optional(Variable.BASE_URL_MASTER_DATA).isEmpty();
  }

  private static BusinessCalendar businessCalendar(VariableReader variables) {
    return new BusinessCalendar(
        variables.zone(Variable.TIMEZONE), variables.timeOfDay(Variable.BUSINESS_DAY_STARTS_AT));
  }

  private static Duration idempotencyRetention(VariableReader variables) {
    return Duration.ofHours(variables.integer(Variable.IDEMPOTENCY_TTL_HOURS));
  }

  private static int maxBodyBytes(VariableReader variables) {
    return variables.optional(Variable.MAX_BODY_BYTES).isEmpty()
            && SnapshotConfig.hasKeys(variables)
        ? MAX_BODY_BYTES_WITH_CARTS
        : variables.integer(Variable.MAX_BODY_BYTES);
  }

  private static PricingRules pricing(VariableReader variables) {
    return new PricingRules(
        new DiscountRounding(
            variables
                .choice(Variable.ROUND_METHOD_FOR_DISCOUNT, KugelposRounding.MODES)
                .orElseThrow(),
            variables
                .choice(
                    Variable.DISCOUNT_ROUNDING,
                    Map.of(
                        "piece", DiscountRounding.Unit.PIECE, "line", DiscountRounding.Unit.LINE))
                .orElseThrow()),
        variables
            .choice(
                Variable.TAX_ROUNDING, Map.of("code", TaxRounding.CODE, "rate", TaxRounding.RATE))
            .orElseThrow());
  }

  private static TillLimits limits(VariableReader variables) {
    TillLimits defaults = TillLimits.DEFAULT;
    return new TillLimits(
        variables.integer(Variable.MAX_QUANTITY),
        Money.of(variables.integer(Variable.MAX_UNIT_PRICE)),
        defaults.maxAmount(),
        defaults.maxLines(),
        defaults.maxEntries());
  }

  private ServiceConfig withItems() {
    if (!demo() && storeProfile.isEmpty() && itemMaster.isEmbedded()) {
      throw new ConfigurationException(
          "MASTER_DATA_GRPC_URL: not set (expected: host:port of the item master, or USE_GRPC=false"
              + " for a master-data service without gRPC, because with "
              + (data.mongodbUri().isPresent() ? "MONGODB_URI" : "BASE_URL_TERMINAL")
              + " and without STORE_PROFILE there are no items for an embedded one)");
    }
    return this;
  }

  private static VoidScope voidScope(VariableReader variables) {
    return variables
        .choice(Variable.VOID_SCOPE, Map.of("session", VoidScope.SESSION, "any", VoidScope.ANY))
        .orElse(VoidScope.BY_TERMINAL);
  }
}
