package dev.poscart.web;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalToken;
import dev.poscart.web.Authentication.TerminalAction;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The routes by which a terminal is opened and closed, staffed and supplied with cash. */
final class DeskRoutes {

  private static final String NEW_TOKEN = "X-New-Token";

  private final DeskUseCases useCases;
  private final LoginThrottle throttle;
  private final String since;

  DeskRoutes(DeskUseCases useCases, LoginThrottle throttle) {
    this.useCases = useCases;
    this.throttle = throttle;
    this.since = useCases.since();
  }

  /** An action of the terminal that the path names, which must be the caller. */
  TerminalAction own(TerminalAction action) {
    return (caller, request) ->
        useCases
            .listing()
            .own(caller, request.path("terminal_id"))
            .thenCompose(terminal -> action.run(terminal, request));
  }

  /** The same for an action whose response brings a token of the changed terminal. */
  TerminalAction ownWithNewToken(TerminalAction action) {
    return own(
        (terminal, request) ->
            action
                .run(terminal, request)
                .thenCompose(
                    reply ->
                        useCases
                            .login()
                            .renewed(terminal)
                            .thenApply(token -> token.map(t -> with(t, reply)).orElse(reply))));
  }

  private static Renderable with(TerminalToken token, Renderable reply) {
    return () -> reply.render().with(NEW_TOKEN, token.text());
  }

  CompletionStage<Renderable> get(Terminal terminal, ApiRequest request) {
    return useCases
        .desk()
        .state(terminal)
        .thenApply(state -> reply("get_terminal", "Terminal Retrieved.", terminal, state));
  }

  CompletionStage<Renderable> setFunctionMode(Terminal terminal, ApiRequest request) {
    FunctionMode mode = request.body(DeskBodies::functionMode);
    return useCases
        .desk()
        .setFunctionMode(request.attempt(terminal), mode)
        .thenApply(
            state ->
                reply(
                    "update_terminal_function_mode",
                    "Terminal Function Mode Updated.",
                    terminal,
                    state));
  }

  CompletionStage<Renderable> describe(Terminal terminal, ApiRequest request) {
    String description = request.body(DeskBodies::description);
    return useCases
        .desk()
        .describe(request.attempt(terminal), description)
        .thenApply(
            state ->
                reply(
                    "update_terminal_description",
                    "Terminal Description Updated.",
                    terminal,
                    state));
  }

  CompletionStage<Renderable> signIn(Terminal terminal, ApiRequest request) {
    DeskBodies.SignIn given = request.body(DeskBodies::signIn);
    String name = terminal.key().terminalId() + " " + given.staffId();
    return throttle
        .guardPin(
            name,
            () -> useCases.desk().signIn(request.attempt(terminal), given.staffId(), given.pin()))
        .thenApply(
            state ->
                reply(
                    "terminal_signin",
                    "Terminal Signed In.",
                    " staff_id: " + given.staffId(),
                    terminal,
                    state));
  }

  CompletionStage<Renderable> signOut(Terminal terminal, ApiRequest request) {
    return useCases
        .desk()
        .signOut(request.attempt(terminal))
        .thenApply(state -> reply("terminal_signout", "Terminal Signed Out.", terminal, state));
  }

  CompletionStage<Renderable> open(Terminal terminal, ApiRequest request) {
    Optional<Money> given =
        request.bodyIfAny(DeskBodies::initialAmount).flatMap(UnaryOperator.identity());
    return useCases
        .shifts()
        .open(request.attempt(terminal), given)
        .thenApply(
            entry ->
                reply(
                    "terminal_open",
                    "Terminal Opened. terminal_id: " + terminal.key().terminalId(),
                    DeskEntryJson.opened(entry, since)));
  }

  CompletionStage<Renderable> close(Terminal terminal, ApiRequest request) {
    Optional<Money> counted =
        request.bodyIfAny(DeskBodies::physicalAmount).flatMap(UnaryOperator.identity());
    return useCases
        .shifts()
        .close(request.attempt(terminal), counted)
        .thenApply(
            closed ->
                reply(
                    "terminal_close",
                    "Terminal Closed. terminal_id: " + terminal.key().terminalId(),
                    DeskEntryJson.closed(closed.entry(), closed.parked(), since)));
  }

  CompletionStage<Renderable> cashIn(Terminal terminal, ApiRequest request) {
    CashMovement cash = cash(request, "入金");
    return useCases
        .cash()
        .cashIn(request.attempt(terminal), cash)
        .thenApply(entry -> cashReply("terminal_cash_in", "Terminal Cashed In.", entry));
  }

  CompletionStage<Renderable> cashOut(Terminal terminal, ApiRequest request) {
    CashMovement cash = cash(request, "出金");
    return useCases
        .cash()
        .cashOut(request.attempt(terminal), cash)
        .thenApply(entry -> cashReply("terminal_cash_out", "Terminal Cashed Out.", entry));
  }

  private static CashMovement cash(ApiRequest request, String otherwise) {
    DeskBodies.Cash given = request.body(DeskBodies::cash);
    if (!given.amount().isPositive()) {
      throw Refused.at(
          InputPlace.of(InputField.AMOUNT),
          Refusal.INVALID_INPUT,
          given.amount(),
          " (expected: more than 0)");
    }
    return new CashMovement(
        given.amount(), given.description().filter(text -> !text.isBlank()).orElse(otherwise));
  }

  private static Renderable cashReply(String operation, String message, DeskEntry entry) {
    return reply(
        operation,
        message
            + " terminal_id: "
            + entry.terminal().terminalId()
            + ", amount: "
            + entry.signedAmount()
            + ", description: "
            + DeskEntryJson.description(entry),
        DeskEntryJson.cash(entry));
  }

  private Renderable reply(String operation, String message, Terminal terminal, DeskState state) {
    return reply(operation, message, "", terminal, state);
  }

  private Renderable reply(
      String operation, String message, String more, Terminal terminal, DeskState state) {
    return reply(
        operation,
        message + " terminal_id: " + terminal.key().terminalId() + more,
        new TerminalStateJson(terminal.key(), state, since));
  }

  private static Renderable reply(String operation, String message, JsonValueWriter data) {
    return new Reply(200, operation, message, data, JsonValueWriter.NULL);
  }
}
