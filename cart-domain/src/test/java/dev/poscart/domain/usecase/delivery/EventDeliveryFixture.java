package dev.poscart.domain.usecase.delivery;

import static dev.poscart.domain.fixtures.TransactionTestData.sale;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.FakeEventPublisher;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Outbox;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Processes that publish the events of one outbox. */
abstract class EventDeliveryFixture {

  static final String TENANT = "A1234";
  static final TerminalKey TILL_9 = CartTestData.TERMINAL;
  static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T18:00:00+09:00");

  static final DeliveryRules RULES =
      new DeliveryRules(
          10,
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          4,
          Duration.ofMinutes(5),
          2);

  final TestClock clock = new TestClock(START);
  final InMemoryTransactionLog log = new InMemoryTransactionLog();
  final Outbox outbox = log.outbox();
  final FakeEventPublisher broker = new FakeEventPublisher();
  final EventDelivery delivery = process("process 1", outbox);

  EventDelivery process(String owner, Outbox shared) {
    return new EventDelivery(shared, broker, RULES, owner, clock, () -> 0);
  }

  int run() {
    return Await.result(delivery.run(TENANT));
  }

  void append(TerminalKey terminal, int no) {
    Await.result(
        log.append(
            sale()
                .terminal(terminal)
                .no(no)
                .generatedAt(START.toString())
                .eventId(terminal.terminalNo() + "-" + no)
                .make()));
  }

  Delivery record(String eventId) {
    return Await.result(outbox.find(TENANT, eventId)).orElseThrow().delivery();
  }

  List<String> taken() {
    List<String> ids = new ArrayList<>();
    broker.taken().forEach(event -> ids.add(event.eventId()));
    return ids;
  }

  OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
