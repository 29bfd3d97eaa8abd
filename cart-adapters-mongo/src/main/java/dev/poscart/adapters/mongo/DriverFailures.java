package dev.poscart.adapters.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Maps the driver's exceptions to failures of a port. */
final class DriverFailures {

  static final String PORT = "mongo";

  private static final int DUPLICATE_KEY = 11000;

  /**
   * Codes of a server that is no longer primary or is stepping down. Queries report them in generic
   * exceptions. NotWritablePrimary and NotPrimaryNoSecondaryOk reject an operation before it has
   * any effect; the others may follow one.
   */
  private static final Map<Integer, Category> CODES =
      Map.of(
          10_107, Category.UNAVAILABLE,
          13_435, Category.UNAVAILABLE,
          13_436, Category.TIMEOUT,
          189, Category.TIMEOUT,
          91, Category.TIMEOUT,
          11_600, Category.TIMEOUT,
          11_602, Category.TIMEOUT);

  /** The first matching row counts, so specific types come before general ones. */
  private static final Map<Class<? extends Throwable>, Category> TABLE = new LinkedHashMap<>();

  static {
    // No response: a write may have been applied, may still be applied, or may be rolled back by a
    // new primary.
    TABLE.put(TimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoOperationTimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoExecutionTimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoWriteConcernException.class, Category.TIMEOUT);
    TABLE.put(MongoNodeIsRecoveringException.class, Category.TIMEOUT);
    // Nothing was sent, or it was rejected.
    TABLE.put(MongoSocketOpenException.class, Category.UNAVAILABLE);
    TABLE.put(MongoNotPrimaryException.class, Category.UNAVAILABLE);
    TABLE.put(MongoConnectionPoolClearedException.class, Category.UNAVAILABLE);
    TABLE.put(MongoServerUnavailableException.class, Category.UNAVAILABLE);
    TABLE.put(MongoTimeoutException.class, Category.UNAVAILABLE);
    // The connection broke after something was sent.
    TABLE.put(MongoSocketException.class, Category.TIMEOUT);
    TABLE.put(MongoInterruptedException.class, Category.TIMEOUT);
    // Wrong credentials, invalid commands, unreadable documents.
    TABLE.put(MongoClientException.class, Category.PERMANENT_FAILURE);
    TABLE.put(MongoException.class, Category.PERMANENT_FAILURE);
  }

  private DriverFailures() {}

  /**
   * Converts an exception. The driver's message is left out because it can quote stored data; it is
   * in the cause.
   */
  static PortException of(String what, Throwable failure) {
    Throwable cause = Stages.cause(failure);
    if (cause instanceof PortException already) {
      return already;
    }
    String code = cause instanceof MongoException mongo ? " (code " + mongo.getCode() + ")" : "";
    return new PortException(
        PORT, categoryOf(cause), what + ": " + cause.getClass().getSimpleName() + code, cause);
  }

  static boolean isDuplicateKey(Throwable failure) {
    Throwable cause = Stages.cause(failure);
    if (cause instanceof MongoBulkWriteException bulk) {
      return bulk.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY);
    }
    return cause instanceof MongoException mongo && mongo.getCode() == DUPLICATE_KEY;
  }

  private static Category categoryOf(Throwable cause) {
    if (cause instanceof MongoException mongo && CODES.containsKey(mongo.getCode())) {
      return CODES.getOrDefault(mongo.getCode(), Category.PERMANENT_FAILURE);
    }
    return TABLE.entrySet().stream()
        .filter(row -> row.getKey().isInstance(cause))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Category.PERMANENT_FAILURE);
  }
}
