package dev.poscart.web;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.TerminalNumbers;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads the numbers that a terminal gives to a sale it closes: all three or none. */
final class FinalizeContext {

  private static final String SEQ = "seq";
  private static final String COUNTER = "receiptCounter";
  private static final String TIME = "transactionDatetime";
  private static final String ID = "cartId";
  private static final int MAX_ID = 64;
  private static final int MAX_TIME = 64;

  private FinalizeContext() {}

  /**
   * The numbers in a request.
   *
   * @param zone of times without offset
   * @throws Refused if the request has numbers but no carried cart
   */
  static Optional<TerminalNumbers> of(ApiRequest request, ZoneId zone) {
    Optional<TerminalNumbers> numbers =
        request.bodyIfAny((body, problems) -> read(body, problems, zone)).flatMap(given -> given);
    if (numbers.isPresent() && request.snapshot().isEmpty()) {
      throw new Refused(
          Refusal.SNAPSHOT_MALFORMED, "Only a carried cart can be closed with numbers of its own");
    }
    return numbers;
  }

  /**
   * The unsigned numbers of a void or return, with the id that tells its attempts from other ones.
   *
   * @param zone of times without offset
   */
  static Optional<ReversalNumbers> ofReversal(ApiRequest request, ZoneId zone) {
    Problems problems = new Problems();
    return request
        .unsignedNumbers()
        .map(
            body -> {
              Optional<String> id =
                  CartBodies.fields(body, CartBodies.BODY, problems).optionalText(ID, MAX_ID);
              require(id.filter(text -> !text.isBlank()), ID, problems);
              Optional<TerminalNumbers> numbers = read(body, problems, zone);
              require(numbers, SEQ, problems);
              problems.throwIfAny();
              return new ReversalNumbers(new CartId(id.orElseThrow()), numbers.orElseThrow());
            });
  }

  private static Optional<TerminalNumbers> read(Json body, Problems problems, ZoneId zone) {
    ObjectFields fields = CartBodies.fields(body, CartBodies.BODY, problems);
    Optional<Integer> seq = positive(fields.optionalInteger(SEQ), SEQ, problems);
    Optional<Integer> counter = positive(fields.optionalInteger(COUNTER), COUNTER, problems);
    Optional<String> time = fields.optionalText(TIME, MAX_TIME);
    if (seq.isEmpty() && counter.isEmpty() && time.isEmpty()) {
      return Optional.empty();
    }
    require(seq, SEQ, problems);
    require(counter, COUNTER, problems);
    require(time, TIME, problems);
    Optional<OffsetDateTime> at = time.flatMap(text -> time(text, problems, zone));
    problems.throwIfAny();
    return Optional.of(
        new TerminalNumbers(seq.orElseThrow(), counter.orElseThrow(), at.orElseThrow()));
  }

  private static Optional<Integer> positive(
      Optional<Integer> number, String name, Problems problems) {
    if (number.filter(value -> value < 1 || value > TerminalNumbers.MAX).isPresent()) {
      problems.add("body -> " + name, "Input should be 1 to " + TerminalNumbers.MAX);
    }
    return number;
  }

  private static void require(Optional<?> value, String name, Problems problems) {
    if (value.isEmpty()) {
      problems.add("body -> " + name, "Field required");
    }
  }

  private static Optional<OffsetDateTime> time(String text, Problems problems, ZoneId zone) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime time =
          read instanceof LocalDateTime local
              ? local.atZone(zone).toOffsetDateTime()
              : OffsetDateTime.from(read);
      return Optional.of(time.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      problems.add("body -> " + TIME, "Input should be a valid datetime");
      return Optional.empty();
    }
  }
}
