package dev.poscart.app;

import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.tender;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeAll;

/** Two tills of one shop. */
abstract class TransactionDefectsFixture extends OneTillFixture {

  static final String CASH_84 = list(tender("01", "84"));

  static TestTill otherTill;

  @BeforeAll
  static void openOtherTill() {
    otherTill = shop.till(2);
  }

  static JsonNode ok(TestTill.Answer answer) {
    return TestTill.expect(200, answer).data();
  }

  interface Call {
    TestTill.Answer answer() throws IOException;
  }

  static int status(Call call) {
    try {
      return call.answer().status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
