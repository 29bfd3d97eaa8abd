package dev.poscart.domain.usecase.reversal;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.ReturnQuote;
import dev.poscart.domain.sale.Reversal;
import dev.poscart.domain.sale.Reversing;
import dev.poscart.domain.sale.ReversingTill;
import dev.poscart.domain.sale.SaleHistory;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.session.Booking;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.settings.ReceiptSettingsReader;
import dev.poscart.domain.usecase.transaction.NumberedTransactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Voids and returns, each made exactly once in one write: {@link ReversalCompletion} appends what
 * the rules allow. If a response was lost and the caller repeats the request without an idempotency
 * key, it is refused because the transaction is already voided or refunded, which means that the
 * first request succeeded. The staff who answer for the money must be signed in; at the shop's own
 * desk, the terminal must be open as well, and only its current session can be voided.
 */
public final class ReversalService {

  private final TransactionLog log;
  private final NumberedTransactions originals;
  private final ReversalCompletion completion;
  private final Reversing rules;
  private final PaymentMethods paymentMethods;
  private final Settings settings;
  private final Identifiers identifiers;
  private final BookingClock clock;
  private final StoreDirectory stores;
  private final VoidScope voidScope;

  /**
   * @param guard has the last word on the session of a reversal
   * @param audit learns of numbers that are taken
   */
  public ReversalService(
      TransactionLog log,
      Reversing rules,
      PaymentMethods paymentMethods,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock,
      SessionGuard guard,
      CarryAudit audit,
      StoreDirectory stores,
      VoidScope voidScope) {
    this.log = log;
    this.originals = new NumberedTransactions(log);
    this.completion = new ReversalCompletion(log, guard, audit);
    this.rules = rules;
    this.paymentMethods = paymentMethods;
    this.settings = settings;
    this.identifiers = identifiers;
    this.clock = clock;
    this.stores = stores;
    this.voidScope = voidScope;
  }

  /** The input of the decision, except for the history, which may change meanwhile. */
  private record Case(
      Booking booking,
      String storeName,
      Transaction original,
      Map<String, PaymentMethod> methods,
      String eventId,
      NumberRange receiptNumbers) {

    /** Created only when the reversal must be decided, because it requires signed-in staff. */
    ReversingTill till() {
      return new ReversingTill(
          booking.terminal().key(),
          storeName,
          booking.staff(),
          booking.session(),
          booking.at(),
          eventId,
          receiptNumbers);
    }
  }

  /**
   * Voids a sale or a return of the calling terminal.
   *
   * @param tenders the original's payments: each code once, with the sum paid by it
   * @return the void; fails with {@link Refusal#VOID_OUT_OF_SESSION} if the terminal may void only
   *     what belongs to its current session
   */
  public CompletionStage<Transaction> voidTransaction(
      ChangeContext context, TransactionKey original, List<Tender> tenders) {
    return Stages.attempt(
        () -> {
          Terminal caller = context.terminal();
          checkTenant(caller, original);
          checkOwn(InputField.STORE, caller.key().store().equals(original.terminal().store()));
          checkOwn(InputField.TERMINAL, caller.key().equals(original.terminal()));
          rules.checkTenders(InputPlace.WHOLE, tenders);
          return reverse(
              context,
              originals.find(original, caller.session()),
              of -> history -> voided(of, history, tenders));
        });
  }

  /**
   * Returns a sale of any store of the tenant. The return belongs to the calling terminal.
   *
   * @param selection the returned pieces; empty: the whole sale
   * @param tenders the refund
   * @return the return
   */
  public CompletionStage<Transaction> returnTransaction(
      ChangeContext context,
      TransactionKey original,
      Optional<List<ReturnEntry>> selection,
      List<Tender> tenders) {
    return Stages.attempt(
        () -> {
          checkTenant(context.terminal(), original);
          rules.checkTenders(
              selection.isPresent() ? InputPlace.of(InputField.TENDERS) : InputPlace.WHOLE,
              tenders);
          selection.ifPresent(rules::checkSelection);
          return reverse(
              context,
              originals.find(original),
              of ->
                  history ->
                      rules.returned(
                          of.original(), history, selection, tenders, of.methods(), of.till()));
        });
  }

  /**
   * Tells what a return would refund; changes nothing.
   *
   * @param pieces the pieces to return; empty: only what is left is asked for
   */
  public CompletionStage<ReturnQuote> quoteReturn(
      Terminal caller, TransactionKey key, List<ReturnEntry> pieces) {
    return Stages.attempt(
        () -> {
          checkTenant(caller, key);
          if (!pieces.isEmpty()) {
            rules.checkSelection(pieces);
          }
          return originals.find(key).thenCompose(sale -> quote(caller, sale, pieces));
        });
  }

  private CompletionStage<ReturnQuote> quote(
      Terminal caller, Transaction sale, List<ReturnEntry> pieces) {
    LogPosition position = SaleHistory.saleOf(sale).orElseGet(sale::position);
    return log.findReversals(position.tenantId(), Set.of(position))
        .thenCombine(
            clock.now(caller),
            (found, booking) ->
                rules.quote(sale, SaleHistory.of(position, found), pieces, booking.at()));
  }

  private Reversal voided(Case of, SaleHistory history, List<Tender> tenders) {
    voidScope.check(of.booking().terminal(), of.original());
    return rules.voided(of.original(), history, tenders, of.methods(), of.till());
  }

  private CompletionStage<Transaction> reverse(
      ChangeContext context,
      CompletionStage<Transaction> found,
      Function<Case, Function<SaleHistory, Reversal>> rule) {
    return found
        .thenCompose(original -> load(context, original))
        .thenCompose(
            of ->
                completion.append(
                    context.change(),
                    context.numbers(),
                    of.original(),
                    of.receiptNumbers(),
                    rule.apply(of)));
  }

  private CompletionStage<Case> load(ChangeContext context, Transaction original) {
    Terminal caller = context.terminal();
    String tenantId = caller.key().tenantId();
    String eventId = context.change().map(ChangeId::value).orElseGet(identifiers::newUuid);
    return settings
        .ofTenant(tenantId)
        .thenApply(all -> ReceiptSettingsReader.read(all, caller.key()).numbers())
        .thenCombine(
            paymentMethods.ofTenant(tenantId),
            (receiptNumbers, methods) ->
                clock
                    .now(caller)
                    .thenApply(booking -> booking.at(context.numbers()))
                    .thenCombine(
                        storeName(caller, original),
                        (booking, name) ->
                            new Case(booking, name, original, methods, eventId, receiptNumbers)))
        .thenCompose(decided -> decided);
  }

  /** The name in the original, unless another store takes the goods back. */
  private CompletionStage<String> storeName(Terminal caller, Transaction original) {
    return caller.key().store().equals(original.terminal().store())
        ? Stages.completed(original.storeName())
        : stores
            .find(caller.key().store())
            .thenApply(store -> store.map(Store::name).orElse(original.storeName()));
  }

  private static void checkTenant(Terminal caller, TransactionKey original) {
    checkOwn(InputField.TENANT, caller.key().tenantId().equals(original.tenantId()));
  }

  private static void checkOwn(InputField field, boolean own) {
    if (!own) {
      throw Refused.at(
          InputPlace.of(field), Refusal.INVALID_INPUT, "Input should be the terminal's own");
    }
  }
}
