package dev.poscart.domain.usecase.carry;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.usecase.RecordedTime;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.change.RevisionCheck;
import dev.poscart.domain.usecase.closing.ClosingTime;
import dev.poscart.domain.usecase.settings.ReceiptSettingsReader;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Opens carried carts, takes them from requests, and issues them with answers. */
public final class CarriedCarts {

  private final CartOpening opening;
  private final CartSnapshots snapshots;
  private final Settings settings;
  private final Promotions promotions;
  private final IncidentNotes notes;
  private final RevisionCheck revisions;
  private final Clock clock;
  private final CarryRules rules;

  /**
   * @param clock in the store's time zone
   */
  public CarriedCarts(
      CartOpening opening,
      CartSnapshots snapshots,
      Settings settings,
      Promotions promotions,
      CarryAudit audit,
      RevisionCheck revisions,
      Clock clock,
      CarryRules rules,
      TotalsCheck totals) {
    this.opening = opening;
    this.snapshots = snapshots;
    this.settings = settings;
    this.promotions = promotions;
    this.notes = new IncidentNotes(audit, totals);
    this.revisions = revisions;
    this.clock = clock;
    this.rules = rules;
  }

  /** A new cart, which exists nowhere but in its snapshot. */
  public record Opened(CartId id, SignedSnapshot snapshot) {}

  /** Whether all carts are carried. */
  public boolean isRequired() {
    return rules.required();
  }

  /** The store's time zone, for times that terminals send without one. */
  public ZoneId zone() {
    return clock.getZone();
  }

  /**
   * Opens a cart.
   *
   * @param transactionType only 101, a sale, is possible; empty: 101
   * @return fails with {@link Refusal#CART_NOT_CREATED} if the promotions, which the cart keeps,
   *     are not available
   */
  public CompletionStage<Opened> open(
      ChangeContext context, Optional<Integer> transactionType, Customer customer) {
    return Stages.attempt(
        () ->
            opening
                .prepare(context, transactionType, customer)
                .thenCompose(cart -> withMasterData(cart, context.terminal()))
                .thenCompose(cart -> issued(cart.following(cart.cart()), context.terminal())));
  }

  private CompletionStage<CarriedCart> withMasterData(Cart cart, Terminal terminal) {
    return settings
        .ofTenant(terminal.key().tenantId())
        .thenApply(all -> ReceiptSettingsReader.ofStore(all, terminal.key().storeCode()))
        .thenCombine(
            promotionsOf(terminal),
            (relevant, applicable) ->
                new CarriedCart(
                    cart,
                    0,
                    Optional.empty(),
                    terminal.staff(),
                    relevant,
                    applicable,
                    Optional.empty()));
  }

  private CompletionStage<List<Promotion>> promotionsOf(Terminal terminal) {
    String storeCode = terminal.key().storeCode();
    return Stages.attempt(() -> promotions.ofStore(terminal.key().store()))
        .exceptionally(
            failure -> {
              throw new Refused(
                  Refusal.CART_NOT_CREATED, "The promotions cannot be fetched; try again");
            })
        .thenApply(
            all ->
                all.stream()
                    .filter(Promotion::active)
                    .filter(promotion -> promotion.isFor(storeCode))
                    .toList());
  }

  private CompletionStage<Opened> issued(CarriedCart cart, Terminal terminal) {
    return snapshots
        .sign(cart, terminal.key(), RecordedTime.now(clock))
        .thenApply(signed -> new Opened(cart.cart().id(), signed.use()));
  }

  /**
   * Takes the cart from a request, if the terminal is open and the snapshot acceptable. A refused
   * snapshot is recorded.
   *
   * @param id the cart that the request is about
   */
  public CompletionStage<CarriedCart> receive(
      Terminal terminal, CartId id, SignedSnapshot snapshot) {
    return Stages.attempt(
            () -> {
              terminal.requireOpened();
              terminal.requireStaff();
              return snapshots.verify(snapshot, terminal.key(), id);
            })
        .thenCompose(cart -> notes.received(terminal.key(), cart))
        .exceptionallyCompose(failure -> notes.refused(terminal.key(), id, Stages.cause(failure)));
  }

  /** Takes the signed numbers of a void or return from a request. */
  public CompletionStage<ReversalNumbers> receiveNumbers(
      Terminal terminal, SignedSnapshot numbers) {
    return Stages.attempt(() -> snapshots.verifyNumbers(numbers, terminal.key()));
  }

  /**
   * Accepts unsigned numbers of a void or return from an authenticated terminal.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT} if the time is out of bounds
   */
  public ReversalNumbers accept(ReversalNumbers unsigned) {
    ClosingTime.check(unsigned.numbers().at(), RecordedTime.now(clock));
    return unsigned;
  }

  /**
   * Issues a cart after a change of the context's cart.
   *
   * @return empty if the context's cart is stored; fails with {@link Refusal#SNAPSHOT_TOO_LARGE} if
   *     something was added and the cart is too large to come back, and with {@link
   *     Refusal#SNAPSHOT_OUTDATED} if what was presented was not the latest and that is enforced
   */
  public CompletionStage<Optional<SignedSnapshot>> issue(ChangeContext context, Cart changed) {
    if (context.carried().isEmpty()) {
      return Stages.completed(Optional.empty());
    }
    CarriedCart presented = context.carried().get();
    TerminalKey terminal = context.terminal().key();
    return Stages.attempt(
        () ->
            snapshots
                .sign(presented.following(changed), terminal, RecordedTime.now(clock))
                .thenCompose(
                    signed -> {
                      rules.checkGrowth(presented.cart(), changed, signed.signedBytes());
                      return checkRevision(terminal, presented, changed)
                          .thenApply(checked -> Optional.of(signed.use()));
                    }));
  }

  /** The revision of a closed cart is checked before it is in the log. */
  private CompletionStage<Boolean> checkRevision(
      TerminalKey terminal, CarriedCart presented, Cart changed) {
    if (changed.closed().isPresent()) {
      return Stages.completed(true);
    }
    return revisions
        .find(terminal, presented, changed)
        // Without its database the site goes on with the sale.
        .exceptionally(failure -> Optional.empty())
        .thenCompose(found -> found.map(revisions::report).orElseGet(() -> Stages.completed(true)));
  }
}
