package dev.poscart.app.crash;

import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoStoreSet;
import java.time.Clock;

/** The data stored in MongoDB. */
final class MongoView {

  private MongoView() {}

  static StoreView open(String uri, String prefix) {
    MongoConfig config = MongoConfig.of(uri).withDatabasePrefix(prefix);
    return StoreView.of(MongoStoreSet.open(config, Clock.systemUTC()));
  }
}
