package dev.poscart.app;

import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.tender;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Two tills of one shop. */
abstract class TransactionDefectsFixture {

  static final String CASH_84 = list(tender("01", "84"));

  @TempDir static Path folder;

  static RunningShop shop;
  static TestTill till;
  static TestTill otherTill;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(folder, Map.of());
    till = shop.till(1);
    otherTill = shop.till(2);
  }

  @AfterAll
  static void close() {
    shop.close();
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
