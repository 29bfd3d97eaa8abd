package dev.poscart.app.config;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.CacheConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.StaleConfig;
import dev.poscart.domain.code.ItemCodeMatching;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads the settings for the item master. */
final class ItemMasterValues {

  private ItemMasterValues() {}

  static ItemMasterSettings read(VariableReader variables) {
    return new ItemMasterSettings(
        usesGrpc(variables),
        target(variables),
        variables.seconds(Variable.GRPC_TIMEOUT),
        variables.seconds(Variable.MASTER_DATA_GRPC_IDLE_SECONDS),
        variables.truth(Variable.ITEM_MASTER_WARM_UP),
        lookup(variables),
        security(variables));
  }

  private static boolean usesGrpc(VariableReader variables) {
    boolean usesGrpc = variables.truth(Variable.USE_GRPC);
    if (!usesGrpc && variables.optional(Variable.BASE_URL_MASTER_DATA).isEmpty()) {
      throw variables.wrong(Variable.USE_GRPC, "true, unless BASE_URL_MASTER_DATA is set");
    }
    return usesGrpc;
  }

  private static Optional<String> target(VariableReader variables) {
    Optional<String> target = variables.optional(Variable.MASTER_DATA_GRPC_URL);
    target
        .flatMap(GrpcTarget::expectation)
        .ifPresent(
            expected -> {
              throw variables.wrong(Variable.MASTER_DATA_GRPC_URL, expected);
            });
    return target;
  }

  private static LookupConfig lookup(VariableReader variables) {
    return LookupConfig.defaults()
        .withEqualCodes(ItemCodeConfig.matching(variables) == ItemCodeMatching.LENIENT)
        .withCache(cache(variables))
        .withStale(stale(variables))
        .withBreaker(breaker(variables));
  }

  private static CacheConfig cache(VariableReader variables) {
    Duration freshFor = variables.seconds(Variable.ITEM_CACHE_TTL_SECONDS);
    CacheConfig defaults = CacheConfig.defaults();
    return new CacheConfig(
            variables.truth(Variable.USE_ITEM_CACHE),
            defaults.freshFor(),
            defaults.refreshAfter(),
            variables.seconds(Variable.ITEM_NEGATIVE_TTL_SECONDS),
            variables.integer(Variable.ITEM_CACHE_MAX_ENTRIES))
        .withFreshFor(freshFor);
  }

  private static StaleConfig stale(VariableReader variables) {
    return new StaleConfig(
        variables.seconds(Variable.ITEM_STALE_LIMIT_SECONDS),
        StaleConfig.defaults().slowAfter(),
        variables.integer(Variable.ITEM_CACHE_MAX_ENTRIES));
  }

  private static BreakerConfig breaker(VariableReader variables) {
    BreakerConfig defaults = BreakerConfig.defaults();
    return new BreakerConfig(
        variables.truth(Variable.USE_ITEM_BREAKER),
        defaults.window(),
        defaults.least(),
        variables.integer(Variable.ITEM_BREAKER_FAILURE_PERCENT),
        variables.seconds(Variable.ITEM_BREAKER_SLOW_SECONDS),
        variables.seconds(Variable.ITEM_BREAKER_OPEN_SECONDS),
        defaults.probes());
  }

  private static ChannelSecurity security(VariableReader variables) {
    boolean tls = variables.truth(Variable.MASTER_DATA_GRPC_TLS);
    if (tls && variables.optional(Variable.MASTER_DATA_GRPC_URL).isEmpty()) {
      throw variables.wrong(
          Variable.MASTER_DATA_GRPC_TLS, "false, unless MASTER_DATA_GRPC_URL is set");
    }
    Optional<Path> authorities = PemFiles.authorities(variables, Variable.MASTER_DATA_GRPC_CA_FILE);
    Optional<TlsFiles> identity =
        PemFiles.identity(
            variables, Variable.MASTER_DATA_GRPC_CERT_FILE, Variable.MASTER_DATA_GRPC_KEY_FILE);
    if (!tls) {
      refuse(variables, Variable.MASTER_DATA_GRPC_CA_FILE, authorities);
      refuse(variables, Variable.MASTER_DATA_GRPC_CERT_FILE, identity);
    }
    return new ChannelSecurity(
        tls,
        authorities,
        identity.map(TlsFiles::certificateFile),
        identity.map(TlsFiles::keyFile),
        token(variables),
        ChannelSecurity.plaintext().lookEvery());
  }

  private static void refuse(VariableReader variables, Variable variable, Optional<?> file) {
    if (file.isPresent()) {
      throw variables.wrong(variable, "not set, unless MASTER_DATA_GRPC_TLS is true");
    }
  }

  private static Optional<Path> token(VariableReader variables) {
    Optional<Path> file = variables.file(Variable.MASTER_DATA_GRPC_TOKEN_FILE);
    if (file.isPresent() && isBlank(file.get())) {
      throw variables.wrong(Variable.MASTER_DATA_GRPC_TOKEN_FILE, "a file that contains a token");
    }
    return file;
  }

  private static boolean isBlank(Path file) {
    try {
      return Files.readString(file).isBlank();
    } catch (IOException e) {
      return true;
    }
  }
}
