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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** The one table from what the driver throws to what a port says. */
final class DriverFailures {

  static final String PORT = "mongo";

  private static final int DUPLICATE_KEY = 11000;

  /**
   * What a server says that is no primary any more, or is on its way to be none: queries tell it
   * with exceptions that say nothing else. NotWritablePrimary and NotPrimaryNoSecondaryOk turn a
   * call away; the others may come after something was done.
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

  /** The first row that fits counts, so the special stands before the general. */
  private static final Map<Class<? extends Throwable>, Category> TABLE = new LinkedHashMap<>();

  static {
    // No answer: a write may have been applied, or may be, or may be undone by a new primary.
    TABLE.put(TimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoOperationTimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoExecutionTimeoutException.class, Category.TIMEOUT);
    TABLE.put(MongoWriteConcernException.class, Category.TIMEOUT);
    TABLE.put(MongoNodeIsRecoveringException.class, Category.TIMEOUT);
    // Nothing was sent, or what was sent was turned away.
    TABLE.put(MongoSocketOpenException.class, Category.UNAVAILABLE);
    TABLE.put(MongoNotPrimaryException.class, Category.UNAVAILABLE);
    TABLE.put(MongoConnectionPoolClearedException.class, Category.UNAVAILABLE);
    TABLE.put(MongoServerUnavailableException.class, Category.UNAVAILABLE);
    TABLE.put(MongoTimeoutException.class, Category.UNAVAILABLE);
    // The connection broke after something was sent.
    TABLE.put(MongoSocketException.class, Category.TIMEOUT);
    TABLE.put(MongoInterruptedException.class, Category.TIMEOUT);
    // Wrong credentials, wrong commands, documents that nobody can read.
    TABLE.put(MongoClientException.class, Category.PERMANENT_FAILURE);
    TABLE.put(MongoException.class, Category.PERMANENT_FAILURE);
  }

  private DriverFailures() {}

  /**
   * Says it in the port's words. The driver's message stays out of ours, because it can quote what
   * was stored; it is in the cause.
   */
  static PortException of(String what, Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof PortException already) {
      return already;
    }
    String code = cause instanceof MongoException mongo ? " (code " + mongo.getCode() + ")" : "";
    return new PortException(
        PORT, categoryOf(cause), what + ": " + cause.getClass().getSimpleName() + code, cause);
  }

  static boolean isDuplicateKey(Throwable failure) {
    Throwable cause = unwrapped(failure);
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

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
  }
}
