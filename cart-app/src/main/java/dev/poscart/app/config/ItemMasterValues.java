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

/** Reads what concerns the way to the item master. */
final class ItemMasterValues {

  private ItemMasterValues() {}

  static ItemMasterSettings read(Values values) {
    return new ItemMasterSettings(
        target(values),
        values.seconds(Variable.GRPC_TIMEOUT),
        values.seconds(Variable.MASTER_DATA_GRPC_IDLE_SECONDS),
        values.truth(Variable.ITEM_MASTER_WARM_UP),
        lookup(values),
        security(values));
  }

  private static Optional<String> target(Values values) {
    Optional<String> target = values.optional(Variable.MASTER_DATA_GRPC_URL);
    target
        .flatMap(GrpcTarget::expectation)
        .ifPresent(
            expected -> {
              throw values.wrong(Variable.MASTER_DATA_GRPC_URL, expected);
            });
    return target;
  }

  private static LookupConfig lookup(Values values) {
    return LookupConfig.defaults()
        .withEqualCodes(ItemCodeConfig.matching(values) == ItemCodeMatching.LENIENT)
        .withCache(cache(values))
        .withStale(stale(values))
        .withBreaker(breaker(values));
  }

  private static CacheConfig cache(Values values) {
    Duration freshFor = values.seconds(Variable.ITEM_CACHE_TTL_SECONDS);
    CacheConfig defaults = CacheConfig.defaults();
    return new CacheConfig(
            values.truth(Variable.USE_ITEM_CACHE),
            defaults.freshFor(),
            defaults.refreshAfter(),
            values.seconds(Variable.ITEM_NEGATIVE_TTL_SECONDS),
            values.integer(Variable.ITEM_CACHE_MAX_ENTRIES))
        .withFreshFor(freshFor);
  }

  private static StaleConfig stale(Values values) {
    return new StaleConfig(
        values.seconds(Variable.ITEM_STALE_LIMIT_SECONDS),
        StaleConfig.defaults().slowAfter(),
        values.integer(Variable.ITEM_CACHE_MAX_ENTRIES));
  }

  private static BreakerConfig breaker(Values values) {
    BreakerConfig defaults = BreakerConfig.defaults();
    return new BreakerConfig(
        values.truth(Variable.USE_ITEM_BREAKER),
        defaults.window(),
        defaults.least(),
        values.integer(Variable.ITEM_BREAKER_FAILURE_PERCENT),
        values.seconds(Variable.ITEM_BREAKER_SLOW_SECONDS),
        values.seconds(Variable.ITEM_BREAKER_OPEN_SECONDS),
        defaults.probes());
  }

  private static ChannelSecurity security(Values values) {
    boolean tls = values.truth(Variable.MASTER_DATA_GRPC_TLS);
    if (tls && values.optional(Variable.MASTER_DATA_GRPC_URL).isEmpty()) {
      throw values.wrong(
          Variable.MASTER_DATA_GRPC_TLS, "false without MASTER_DATA_GRPC_URL, or both given");
    }
    Optional<Path> authorities = PemFiles.authorities(values, Variable.MASTER_DATA_GRPC_CA_FILE);
    Optional<TlsFiles> identity =
        PemFiles.identity(
            values, Variable.MASTER_DATA_GRPC_CERT_FILE, Variable.MASTER_DATA_GRPC_KEY_FILE);
    if (!tls) {
      refuse(values, Variable.MASTER_DATA_GRPC_CA_FILE, authorities);
      refuse(values, Variable.MASTER_DATA_GRPC_CERT_FILE, identity);
    }
    return new ChannelSecurity(
        tls,
        authorities,
        identity.map(TlsFiles::certificateFile),
        identity.map(TlsFiles::keyFile),
        token(values),
        ChannelSecurity.plaintext().lookEvery());
  }

  private static void refuse(Values values, Variable variable, Optional<?> file) {
    if (file.isPresent()) {
      throw values.wrong(variable, "not given without MASTER_DATA_GRPC_TLS=true");
    }
  }

  private static Optional<Path> token(Values values) {
    Optional<Path> file = values.file(Variable.MASTER_DATA_GRPC_TOKEN_FILE);
    if (file.isPresent() && isBlank(file.get())) {
      throw values.wrong(Variable.MASTER_DATA_GRPC_TOKEN_FILE, "a file with a token");
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
