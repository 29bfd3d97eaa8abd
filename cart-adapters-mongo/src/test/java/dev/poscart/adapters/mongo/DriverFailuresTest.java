package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriverFailuresTest {

  private static final ServerAddress SERVER = new ServerAddress();

  static Stream<Arguments> table() {
    IOException io = new IOException("reset");
    return Stream.of(
        Arguments.of(new TimeoutException(), Category.TIMEOUT),
        Arguments.of(new MongoSocketReadException("m", SERVER, io), Category.TIMEOUT),
        Arguments.of(new MongoSocketReadTimeoutException("m", SERVER, io), Category.TIMEOUT),
        Arguments.of(new MongoSocketWriteException("m", SERVER, io), Category.TIMEOUT),
        Arguments.of(new MongoExecutionTimeoutException(50, "m"), Category.TIMEOUT),
        Arguments.of(recovering(), Category.TIMEOUT),
        Arguments.of(new MongoSocketOpenException("m", SERVER, io), Category.UNAVAILABLE),
        Arguments.of(new MongoTimeoutException("no primary"), Category.UNAVAILABLE),
        Arguments.of(
            new MongoNotPrimaryException(new BsonDocument(), SERVER), Category.UNAVAILABLE),
        Arguments.of(
            new MongoSecurityException(null, "wrong password"), Category.PERMANENT_FAILURE),
        Arguments.of(
            new MongoCommandException(new BsonDocument(), SERVER), Category.PERMANENT_FAILURE),
        Arguments.of(new IllegalStateException("schema"), Category.PERMANENT_FAILURE));
  }

  @ParameterizedTest
  @MethodSource("table")
  void failure_hasACategory(Exception failure, Category expected) {
    assertThat(DriverFailures.of("find cart", failure).category()).isEqualTo(expected);
    assertThat(DriverFailures.of("find cart", new CompletionException(failure)).category())
        .isEqualTo(expected);
  }

  @Test
  void message_namesTheOperation_withoutData() {
    PortException failure =
        DriverFailures.of("find cart", new MongoTimeoutException("user till at db.example"));

    assertThat(failure)
        .hasMessage("mongo UNAVAILABLE: find cart: MongoTimeoutException (code -3)")
        .hasCauseInstanceOf(MongoTimeoutException.class);
    assertThat(failure.port()).isEqualTo("mongo");
  }

  @Test
  void duplicateKey_isDistinguishedFromOtherWriteErrors() {
    assertThat(DriverFailures.isDuplicateKey(writeError(11000))).isTrue();
    assertThat(DriverFailures.isDuplicateKey(writeError(121))).isFalse();
    assertThat(DriverFailures.isDuplicateKey(new TimeoutException())).isFalse();
  }

  private static MongoWriteException writeError(int code) {
    return new MongoWriteException(new WriteError(code, "m", new BsonDocument()), SERVER, Set.of());
  }

  private static MongoNodeIsRecoveringException recovering() {
    return new MongoNodeIsRecoveringException(new BsonDocument(), SERVER);
  }
}
