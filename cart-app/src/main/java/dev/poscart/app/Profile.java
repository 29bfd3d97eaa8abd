package dev.poscart.app;

import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.profile.StoreProfile;
import dev.poscart.app.profile.StoreProfileReader;
import java.time.Clock;
import java.util.Optional;

/** The store profile that this process loads, if any. */
record Profile(Optional<StoreProfile> get) {

  /** Reads the operator's store profile, or the demo store if nothing else provides items. */
  static Profile read(ServiceConfig config, Clock clock) {
    StoreProfileReader reader =
        new StoreProfileReader(config.businessCalendar().dateAt(clock.instant()));
    if (config.storeProfile().isPresent()) {
      return new Profile(config.storeProfile().map(reader::readFile));
    }
    return new Profile(config.demo() ? Optional.of(reader.readDemo()) : Optional.empty());
  }
}
