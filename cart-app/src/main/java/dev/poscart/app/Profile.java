package dev.poscart.app;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ProfileLocation;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.app.profile.CatalogueCategory;
import dev.poscart.app.profile.StoreProfile;
import dev.poscart.app.profile.StoreProfileReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The store profile that this process loads, if any. */
record Profile(Optional<StoreProfile> get) {

  /** Reads the operator's store profile, or the demo store if nothing else provides items. */
  static Profile read(ServiceConfig config, Clock clock) {
    Optional<StoreProfile> profile =
        read(
            new ProfileLocation(config.storeProfile(), config.demo()),
            config.businessCalendar().dateAt(clock.instant()));
    if (config.peers().masterData().isEmpty()) {
      profile.ifPresent(read -> checkStampDutyCodes(config.payments().stampDutyCodes(), read));
    }
    return new Profile(profile);
  }

  /** Reads the store profile for a command, which needs its names only. */
  static Profile read(ProfileLocation location) {
    return new Profile(read(location, ""));
  }

  private static Optional<StoreProfile> read(ProfileLocation location, String today) {
    StoreProfileReader reader = new StoreProfileReader(today);
    return location
        .file()
        .map(reader::readFile)
        .or(() -> location.demo() ? Optional.of(reader.readDemo()) : Optional.empty());
  }

  /** What the profile calls the categories of a tenant's items, by code. */
  Map<String, String> categoryNames(String tenantId) {
    return get
        .map(StoreProfile::catalogue)
        .map(catalogue -> catalogue.categories().getOrDefault(tenantId, List.of()))
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(CatalogueCategory::code, CatalogueCategory::name));
  }

  /** A code without a payment method never matches, so stamp duty would be missing. */
  private static void checkStampDutyCodes(Set<String> codes, StoreProfile profile) {
    Set<String> known = new TreeSet<>();
    profile.tenants().stream()
        .flatMap(tenant -> tenant.paymentMethods().stream())
        .forEach(method -> known.add(method.paymentCode()));
    codes.stream()
        .filter(code -> !known.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw ConfigurationException.wrongValue(
                  Variable.STAMP_DUTY_PAYMENT_CODES.name(),
                  code,
                  "payment codes of the store profile: " + String.join(", ", known));
            });
  }
}
