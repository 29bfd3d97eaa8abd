package dev.poscart.app;

import static dev.poscart.app.CarriedCartsTest.refused;
import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Terminals and the service number receipts of one terminal in turn, and no number recurs. */
class ReceiptCountersTest extends CarriedCartFixture {

  private final String now =
      OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString();

  private String numbers(int seq, int counter) {
    return "{\"seq\": %d, \"receiptCounter\": %d, \"transactionDatetime\": \"%s\"}"
        .formatted(seq, counter, now);
  }

  @Test
  void receiptsOfTerminalAndService_haveDifferentNumbers() throws IOException {
    Poscart service = start();
    assertNumbers(1, 111_111, storedSale(service));

    CarriedTill first = carried(service).paid();
    assertTaken(first.bill(numbers(2, 1)), "receipt counter 1", "more than 1)");
    assertNumbers(2, 111_112, expect(200, first.bill(numbers(2, 2))));
    assertThat(first.document().path("seq").intValue()).isEqualTo(2);
    assertThat(first.document().path("receipt_counter").intValue()).isEqualTo(2);
    assertThat(OffsetDateTime.parse(first.document().path("transaction_datetime").textValue()))
        .isEqualTo(OffsetDateTime.parse(now));

    assertNumbers(3, 111_113, storedSale(service));
    assertNumbers(4, 111_114, expect(200, carried(service).paid().bill("")));

    CarriedTill second = carried(service).paid();
    String paid = second.snapshot();
    assertTaken(second.bill(numbers(5, 3)), "receipt counter 3", "more than 4)");
    assertTaken(second.bill(numbers(4, 5)), "number 4", "more than 4)");
    Answer billed = expect(200, second.bill(numbers(5, 5)));
    assertNumbers(5, 111_115, billed);
    assertNumbers(5, 111_115, expect(200, second.with(paid).bill(numbers(5, 3))));
    refused(422, "300001", carried(service).paid().bill(numbers(6, 1_000_000_000)));

    assertThat(till(service, 9).transactions())
        .extracting(sale -> sale.path("receiptNo").intValue())
        .containsExactlyInAnyOrder(111_111, 111_112, 111_113, 111_114, 111_115);
    assertThat(metrics(service))
        .contains("poscart_carried_incidents_total{kind=\"closed_otherwise\"} 3.0");
  }

  @Test
  void whatIsNotNumbered_followsTheHighestNumbers_inWhateverOrderTheyCame() throws IOException {
    Poscart service = start();
    expect(200, carried(service).paid().bill(numbers(5, 7)));
    expect(200, carried(service).paid().bill(numbers(2, 3)));

    assertNumbers(6, 111_118, expect(200, carried(service).paid().bill("")));
    expect(200, carried(service).paid().bill(numbers(3, 4)));
    assertNumbers(7, 111_119, expect(200, carried(service).paid().cancel("")));
    expect(200, carried(service).paid().bill(numbers(4, 5)));
    assertNumbers(8, 111_120, storedSale(service));
    expect(200, carried(service).paid().bill(numbers(1, 1)));
    assertNumbers(9, 111_121, reverse(service, 6, "void"));
    expect(200, carried(service).paid().bill(numbers(10, 2)));
    assertNumbers(11, 111_122, reverse(service, 8, "return"));
  }

  private Answer reverse(Poscart service, int transactionNo, String what) throws IOException {
    return expect(
        200,
        till(service, 9)
            .post(
                "/tenants/A1234/stores/5678/terminals/9/transactions/" + transactionNo + "/" + what,
                "[{\"paymentCode\": \"01\", \"amount\": 220}]"));
  }

  private Answer storedSale(Poscart service) throws IOException {
    TestTill till = till(service, 9);
    String cart = till.createCart();
    expect(200, till.add(cart, "A", 2));
    expect(200, till.subtotal(cart));
    expect(200, till.pay(cart, "01", "220"));
    return expect(200, till.bill(cart));
  }

  private static void assertTaken(Answer answer, String... parts) {
    refused(409, "401511", answer);
    assertThat(answer.body().path("message").textValue()).contains(parts);
  }

  private static void assertNumbers(int transactionNo, int receiptNo, Answer billed) {
    JsonNode sale = billed.data();
    assertThat(sale.path("transactionNo").intValue()).isEqualTo(transactionNo);
    assertThat(sale.path("receiptNo").intValue()).isEqualTo(receiptNo);
  }
}
