package dev.poscart.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/** The architecture rules that are checked on classes. */
enum HouseRule {
  EVERY_CLASS_HAS_A_ROOM(Layers::rooms),
  MODEL_KNOWS_ONLY_ITSELF(house -> Layers.knowsOnly(house, "domain.model")),
  CODES_KNOW_THE_MODEL(house -> Layers.knowsOnly(house, "domain.code", "domain.model")),
  PRICING_KNOWS_THE_MODEL(house -> Layers.knowsOnly(house, "domain.pricing", "domain.model")),
  SALE_KNOWS_PRICING_CODES_AND_THE_MODEL(
      house ->
          Layers.knowsOnly(house, "domain.sale", "domain.pricing", "domain.code", "domain.model")),
  REPORTS_KNOW_THE_MODEL(house -> Layers.knowsOnly(house, "domain.report", "domain.model")),
  RECEIPT_KNOWS_REPORTS_AND_THE_MODEL(
      house -> Layers.knowsOnly(house, "domain.receipt", "domain.report", "domain.model")),
  PORTS_KNOW_THE_MODEL(house -> Layers.knowsOnly(house, "domain.port", "domain.model")),
  DOCUMENTS_KNOW_THE_MODEL_AND_PORTS(
      house -> Layers.knowsOnly(house, "domain.document", "domain.model", "domain.port")),
  USE_CASES_KNOW_ONLY_THE_DOMAIN(house -> Layers.knowsOnly(house, "domain.usecase", "domain")),
  ONLY_THE_REPOSITORY_LOADS_AND_SAVES_CARTS(Layers::oneSeamForCarts),
  WEB_KNOWS_USE_CASES_AND_THEIR_VALUES(Layers::web),
  REGISTER_KNOWS_ONLY_ITSELF(house -> Layers.knowsOnly(house, "register")),
  WEB_CALLS_NO_PORT(Layers::webCallsNoPort),
  ENVELOPE_ADAPTER_KNOWS_THE_MODEL_AND_PORTS(
      house -> Layers.adapterKnowsOnly(house, "adapters.envelope")),
  GRPC_ADAPTER_KNOWS_THE_MODEL_PORTS_AND_CODES(
      house -> Layers.adapterKnowsOnly(house, "adapters.grpc", "proto", "domain.code")),
  HTTP_ADAPTER_KNOWS_THE_MODEL_AND_PORTS(house -> Layers.adapterKnowsOnly(house, "adapters.http")),
  MONGO_ADAPTER_KNOWS_THE_MODEL_AND_PORTS(
      house -> Layers.adapterKnowsOnly(house, "adapters.mongo")),
  SQLITE_ADAPTER_KNOWS_THE_MODEL_AND_PORTS(
      house -> Layers.adapterKnowsOnly(house, "adapters.sqlite")),
  ONLY_THE_APP_KNOWS_ADAPTERS(Layers::onlyAppKnowsAdapters),
  PACKAGES_HAVE_NO_CYCLES(Layers::noCycles),

  DOMAIN_KNOWS_ONLY_THE_JDK(Libraries::noneInTheDomain),
  GUICE_ONLY_IN_THE_APP(Libraries::guice),
  GRPC_ONLY_AT_THE_ITEM_MASTER(Libraries::grpc),
  GRPC_ONLY_BY_ITS_PUBLIC_API(Libraries::publicGrpc),
  MONGO_DRIVER_ONLY_IN_ITS_ADAPTER(Libraries::mongoDriver),
  SQL_ONLY_IN_ITS_ADAPTER(Libraries::sql),
  JAVALIN_ONLY_IN_THE_WEB(Libraries::javalin),
  JACKSON_ONLY_WHERE_TEXT_IS_READ_OR_WRITTEN(Libraries::jackson),
  METERS_ONLY_IN_THE_APP(Libraries::micrometer),
  TRACING_LIBRARY_ONLY_IN_ITS_PACKAGE(Libraries::openTelemetry),
  TOKEN_LIBRARY_ONLY_WHERE_TOKENS_ARE_READ(Libraries::tokens),
  COMMAND_LINE_LIBRARY_ONLY_IN_THE_CONFIGURATION(Libraries::commandLine),
  LOGGING_ONLY_THROUGH_SLF4J(Libraries::logging),

  PORTS_ANSWER_WITH_STAGES(Stages::ports),
  NO_CODE_BLOCKS(Stages::noCodeBlocks),

  DOMAIN_HAS_NO_CLOCK(Purity::noClock),
  DOMAIN_HAS_NO_CHANCE(Purity::noChance),
  DOMAIN_HAS_NO_THREAD(Purity::noThread),
  DOMAIN_HAS_NO_FLOATING_POINT(Purity::noFloatingPoint),
  MODEL_IS_IMMUTABLE(Purity::immutableModel),

  ENVELOPE_ADAPTER_SHOWS_FEW_CLASSES(
      house ->
          Exposure.showsOnly(
              house,
              "adapters.envelope",
              "CartEnvelopes",
              "KeyRing",
              "KeyFile",
              "SnapshotObserver",
              "SnapshotObserver$Use",
              "WrongKeysException")),
  GENERATED_TYPES_STAY_AT_THE_ITEM_MASTER(Exposure::generatedTypesStay),
  GRPC_ADAPTER_SHOWS_NO_GENERATED_TYPE(Exposure::noGeneratedTypeShown),
  GRPC_ADAPTER_SHOWS_FEW_CLASSES(
      house ->
          Exposure.showsOnly(
              house,
              "adapters.grpc",
              "ItemMasterAdapter",
              "ChannelState",
              // The configuration and its parts.
              "ItemMasterConfig",
              "ChannelSecurity",
              "ChannelTuning",
              "ReconnectPolicy",
              "RetryPolicy",
              "balancer.LivenessPolicy",
              "lookup.LookupConfig",
              "lookup.CacheConfig",
              "lookup.StaleConfig",
              "lookup.BreakerConfig",
              // Listeners.
              "ItemMasterObserver",
              "lookup.LookupObserver",
              "lookup.LookupObserver$Breaker",
              "lookup.LookupObserver$Outcome",
              "balancer.SilentConnection",
              // Shared by the packages of the adapter.
              "balancer.ItemMasterBalancerProvider",
              "balancer.CallAttempt",
              "lookup.LookupPolicy",
              "lookup.ItemCollector",
              "lookup.ConfigChecks")),
  HTTP_ADAPTER_SHOWS_FEW_CLASSES(
      house ->
          Exposure.showsOnly(
              house,
              "adapters.http",
              "HttpEventPublisher",
              "PublisherConfig",
              "HttpPeerServices",
              "PeerServiceConfig")),
  MONGO_ADAPTER_SHOWS_FEW_CLASSES(
      house ->
          Exposure.showsOnly(
              house,
              "adapters.mongo",
              "MongoStoreSet",
              "MongoConfig",
              "MongoMigrationCheck",
              "MigrationFindings")),
  SQLITE_ADAPTER_SHOWS_FEW_CLASSES(
      house -> Exposure.showsOnly(house, "adapters.sqlite", "SqliteStoreSet", "SqliteConfig")),

  NO_FIELD_INJECTION(Habits::noFieldInjection),
  NO_VAGUE_CLASS_NAMES(Habits::noVagueClassNames),
  NO_VAGUE_PACKAGE_NAMES(Habits::noVaguePackageNames),
  ONLY_THE_APP_PRINTS(Habits::onlyAppPrints);

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Function<House, ArchRule> law;

  HouseRule(Function<House, ArchRule> law) {
    this.law = law;
  }

  /** The rule for one root package; it fails if there is nothing to check. */
  ArchRule in(House house) {
    return law.apply(house).as(sentence()).allowEmptyShould(false);
  }

  private String sentence() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
