package dev.poscart.adapters.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An index as the server describes it. */
record ExistingIndex(Document description) {

  /** IndexOptionsConflict and IndexKeySpecsConflict: the keys or the name are taken. */
  private static final Set<Integer> CONFLICTS = Set.of(85, 86);

  /** Whether creating an index failed because of one that exists. */
  static boolean isInTheWay(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof MongoException mongo && CONFLICTS.contains(mongo.getCode()));
  }

  /** The failure if no existing index is like the wanted one. */
  static PortException conflict(
      MongoNamespace collection, IndexModel wanted, List<ExistingIndex> existing) {
    String rivals =
        existing.stream()
            .filter(each -> each.isRivalOf(wanted))
            .map(ExistingIndex::name)
            .collect(Collectors.joining(", "));
    return new PortException(
        DriverFailures.PORT,
        Category.PERMANENT_FAILURE,
        "create index %s on %s: index %s has the same keys or name but other options; drop it"
            .formatted(wanted.getOptions().getName(), collection.getFullName(), rivals));
  }

  /** Whether it serves the same as a wanted index, whatever its name. */
  boolean isLike(IndexModel wanted) {
    IndexOptions options = wanted.getOptions();
    return hasKeysOf(wanted)
        && (flag("unique") || !options.isUnique())
        && flag("sparse") == options.isSparse()
        && Objects.equals(seconds(), options.getExpireAfter(TimeUnit.SECONDS))
        && Objects.equals(partialFilter(), rendered(options.getPartialFilterExpression()));
  }

  /** Whether it has the keys or the name of a wanted index. */
  boolean isRivalOf(IndexModel wanted) {
    return hasKeysOf(wanted) || name().equals(wanted.getOptions().getName());
  }

  private boolean hasKeysOf(IndexModel wanted) {
    return directions(description.get("key", Document.class)).equals(directions(wanted.getKeys()));
  }

  /** The keys with their directions. The order matters, and numbers may be of any type. */
  private static List<String> directions(Bson keys) {
    return keys.toBsonDocument().entrySet().stream()
        .map(key -> key.getKey() + " " + direction(key.getValue()))
        .toList();
  }

  private static Object direction(BsonValue value) {
    return value.isNumber() ? value.asNumber().intValue() : value;
  }

  private String name() {
    return String.valueOf(description.get("name"));
  }

  private boolean flag(String option) {
    return Boolean.TRUE.equals(description.get(option));
  }

  private @Nullable Long seconds() {
    return description.get("expireAfterSeconds") instanceof Number number
        ? number.longValue()
        : null;
  }

  private @Nullable BsonDocument partialFilter() {
    return rendered(description.get("partialFilterExpression", Document.class));
  }

  private static @Nullable BsonDocument rendered(@Nullable Bson filter) {
    return Optional.ofNullable(filter).map(Bson::toBsonDocument).orElse(null);
  }
}
