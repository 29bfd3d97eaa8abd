package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Board.Receipt;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Customers who bring receipts back: voids, returns of all and of some pieces. */
final class ReversalWorkload {

  private static final Pattern OWED = Pattern.compile("sum to .* \\(expected: ([0-9.]+)");

  private final World world;
  private final RequestRecorder recorder;
  private final Board board;
  private final TerminalKey till;
  private final BiConsumer<Attempt, Runnable> heard;
  private final boolean hasKeys;

  ReversalWorkload(
      World world,
      RequestRecorder recorder,
      Board board,
      TerminalKey till,
      boolean hasKeys,
      BiConsumer<Attempt, Runnable> heard) {
    this.world = world;
    this.recorder = recorder;
    this.board = board;
    this.till = till;
    this.heard = heard;
    this.hasKeys = hasKeys;
  }

  /** False if nothing was sold yet. */
  boolean start() {
    List<Receipt> receipts = board.receipts(till.store());
    if (receipts.isEmpty()) {
      return false;
    }
    Receipt receipt = world.chance().of(receipts);
    boolean own = receipt.key().terminal().equals(till);
    if (world.chance().percent(own ? 45 : 3)) {
      voidWhole(receipt);
    } else if (world.chance().coin()) {
      giveBack(receipt, List.of(), receipt.total(), true);
    } else {
      giveBack(receipt, pieces(receipt), Money.of(1), true);
    }
    return true;
  }

  void listLog() {
    recorder.ask(
        till,
        new Operation.ListLog(),
        (service, context) ->
            service
                .transactions()
                .query(
                    context.terminal(),
                    new TransactionQuery(
                        till,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        true,
                        0,
                        1,
                        List.of())),
        attempt -> heard.accept(attempt, this::listLog));
  }

  private void voidWhole(Receipt receipt) {
    Map<String, Money> paid = new TreeMap<>();
    for (Payment payment : receipt.payments()) {
      paid.merge(payment.paymentCode(), payment.amount(), Money::plus);
    }
    List<Tender> tenders = new ArrayList<>();
    paid.forEach((code, sum) -> tenders.add(tender(code, sum)));
    ask(
        new Operation.Reverse(receipt.key(), true, List.of(), tenders),
        (service, context) -> service.reversals().voidTransaction(context, receipt.key(), tenders),
        this::over,
        () -> voidWhole(receipt));
  }

  /** The till learns the value of the pieces from the refusal of one yen. */
  private void giveBack(
      Receipt receipt, List<ReturnEntry> pieces, Money amount, boolean mayCorrect) {
    Money cash = CashRounding.YEN.due(amount);
    boolean rounded = world.chance().percent(30) && cash.isPositive();
    List<Tender> tenders =
        List.of(
            world.chance().percent(80)
                ? tender("01", rounded ? cash : amount)
                : tender("11", amount));
    Optional<List<ReturnEntry>> selection =
        pieces.isEmpty() ? Optional.empty() : Optional.of(pieces);
    ask(
        new Operation.Reverse(receipt.key(), false, pieces, tenders),
        (service, context) ->
            service.reversals().returnTransaction(context, receipt.key(), selection, tenders),
        (attempt, again) -> {
          Optional<Money> owed = owed(attempt).filter(Money::isPositive);
          if (mayCorrect && owed.isPresent()) {
            giveBack(receipt, pieces, owed.get(), false);
          } else {
            over(attempt, again);
          }
        },
        () -> giveBack(receipt, pieces, amount, mayCorrect));
  }

  private interface Call extends BiFunction<Service, ChangeContext, CompletionStage<Transaction>> {}

  private void ask(
      Operation operation, Call call, BiConsumer<Attempt, Runnable> then, Runnable again) {
    ask(operation, call, hasKeys ? Optional.of(recorder.key()) : Optional.empty(), then, again);
  }

  private void ask(
      Operation operation,
      Call call,
      Optional<ChangeId> key,
      BiConsumer<Attempt, Runnable> then,
      Runnable again) {
    recorder.ask(
        till,
        operation,
        key,
        call,
        attempt ->
            then.accept(
                attempt, key.isPresent() ? () -> ask(operation, call, key, then, again) : again));
  }

  private void over(Attempt attempt, Runnable again) {
    attempt.transaction().ifPresent(board::reversed);
    heard.accept(attempt, again);
  }

  private static Optional<Money> owed(Attempt attempt) {
    if (attempt.outcome() instanceof Outcome.Rejected<?> no) {
      Matcher matcher = OWED.matcher(no.detail());
      if (matcher.find()) {
        return Optional.of(Money.of(matcher.group(1)));
      }
    }
    return Optional.empty();
  }

  private List<ReturnEntry> pieces(Receipt receipt) {
    List<ReturnEntry> entries = new ArrayList<>();
    for (LineItem line : receipt.lines()) {
      if (entries.isEmpty() || world.chance().coin()) {
        entries.add(new ReturnEntry(line.lineNo(), world.chance().between(1, line.quantity())));
      }
    }
    return entries;
  }

  private Tender tender(String code, Money amount) {
    return new Tender(code, amount, Optional.of("T" + recorder.tag()));
  }
}
