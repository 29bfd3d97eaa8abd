package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.usecase.RecordedTime;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.desk.DeskAppend.Decided;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Books entries of the desk: gathers what they are decided from, and makes each once. */
public final class DeskBooking {

  private final DeskStates states;
  private final DeskLog log;
  private final DeskAppend append;
  private final StoreDirectory stores;
  private final BusinessCalendar calendar;
  private final Identifiers identifiers;
  private final Clock clock;

  /**
   * @param calendar gives the business date of an opening
   * @param clock in the store's time zone
   */
  public DeskBooking(
      DeskStates states,
      TransactionLog transactions,
      DeskLog log,
      StoreDirectory stores,
      BusinessCalendar calendar,
      Identifiers identifiers,
      Clock clock) {
    this.states = states;
    this.log = log;
    this.append = new DeskAppend(transactions, log);
    this.stores = stores;
    this.calendar = calendar;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Books an entry.
   *
   * @param decision makes the entry without numbers, texts and place; or refuses
   */
  CompletionStage<DeskEntry> book(
      ChangeContext context, Kind kind, Function<DeskFacts, CompletionStage<DeskEntry>> decision) {
    Terminal terminal = context.terminal();
    String eventId = context.change().map(ChangeId::value).orElseGet(identifiers::newUuid);
    return append.append(
        terminal.key(),
        () ->
            facts(context, kind, eventId)
                .thenCompose(
                    facts ->
                        facts
                            .made()
                            .map(entry -> Stages.completed(new Decided(entry, true)))
                            .orElseGet(
                                () ->
                                    decision
                                        .apply(facts)
                                        .thenApply(entry -> new Decided(entry, false)))));
  }

  private CompletionStage<DeskFacts> facts(ChangeContext context, Kind kind, String eventId) {
    Terminal terminal = context.terminal();
    OffsetDateTime at = RecordedTime.now(clock);
    return states
        .state(terminal, at.toInstant())
        .thenCompose(
            state -> {
              String date =
                  kind == Kind.OPENED
                      ? calendar.dateAt(at.toInstant())
                      : state.session().businessDate();
              return log.findDay(terminal.key(), date)
                  .thenCombine(
                      stores.find(terminal.key().store()),
                      (day, store) ->
                          new DeskFacts(
                              context,
                              kind,
                              state,
                              day,
                              store.map(Store::name).orElse(""),
                              at,
                              eventId));
            });
  }
}
