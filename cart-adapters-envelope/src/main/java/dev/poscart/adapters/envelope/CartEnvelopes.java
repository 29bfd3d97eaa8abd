package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.LineForms;
import dev.poscart.domain.port.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Issues and verifies the envelopes of carried carts. Any service with the same keys, kugelpos's
 * cart service included, accepts the envelopes of any other.
 */
public final class CartEnvelopes implements CartSnapshots {

  /** The version of the document's form that is issued. */
  private static final int SCHEMA_VERSION = 2;

  private static final int USUAL_LENGTH = 16_384;

  /** About 1 KB of heap each: at most 5 MB. */
  private static final int MAX_KEPT_LINES = 5_000;

  private final Supplier<KeyRing> keys;
  private final Optional<Duration> maxAge;
  private final Clock clock;
  private final SnapshotObserver observer;
  private final IssuedCarts issued = new IssuedCarts();
  private final LineForms<WrittenLine> lines = new LineForms<>(WrittenLine::of, MAX_KEPT_LINES);

  /**
   * @param keys asked for each envelope, so that they may change meanwhile
   * @param maxAge how long after its issue an envelope is accepted; empty: for ever
   */
  public CartEnvelopes(
      Supplier<KeyRing> keys, Optional<Duration> maxAge, Clock clock, SnapshotObserver observer) {
    this.keys = keys;
    this.maxAge = maxAge;
    this.clock = clock;
    this.observer = observer;
  }

  @Override
  public CompletionStage<CarriedCart> verify(
      SignedSnapshot snapshot, TerminalKey caller, CartId expected) {
    return Stages.attempt(() -> Stages.completed(check().read(snapshot, caller, expected)));
  }

  @Override
  public CompletionStage<ReversalNumbers> verifyNumbers(
      SignedSnapshot numbers, TerminalKey caller) {
    return Stages.attempt(
        () -> Stages.completed(check().readNumbers(numbers, caller, clock.getZone())));
  }

  private EnvelopeCheck check() {
    return new EnvelopeCheck(keys.get(), maxAge, clock.instant(), observer, issued);
  }

  @Override
  public CompletionStage<Signed> sign(CarriedCart cart, TerminalKey terminal, OffsetDateTime at) {
    return Stages.attempt(() -> Stages.completed(signed(cart, terminal, at)));
  }

  private Signed signed(CarriedCart cart, TerminalKey terminal, OffsetDateTime at) {
    SnapshotKey key =
        keys.get()
            .signing(terminal.tenantId(), clock.instant())
            .orElseThrow(() -> notIssued("no key is valid for tenant " + terminal.tenantId()));
    EnvelopeHeader header =
        new EnvelopeHeader(
            SCHEMA_VERSION,
            KugelposTime.text(at),
            key.kid(),
            terminal.tenantId(),
            terminal.storeCode(),
            terminal.terminalNo());
    try {
      return signed(cart, terminal, header, key);
    } catch (IllegalArgumentException e) {
      throw notIssued(String.valueOf(e.getMessage()));
    }
  }

  /** The document is written once, where it is signed and from where it is sent. */
  private Signed signed(
      CarriedCart cart, TerminalKey terminal, EnvelopeHeader header, SnapshotKey key) {
    CanonicalBytes envelope = new CanonicalBytes(USUAL_LENGTH);
    header.write(envelope);
    int start = envelope.length();
    CartDocumentWriter.write(envelope, cart, lines.of(cart.cart()));
    SignedText signedText = header.signed(SignedEnvelope.CART, envelope.from(start));
    int signedBytes = signedText.length();
    int end = envelope.length();
    EnvelopeHeader.writeSignature(envelope, key.sign(signedText));
    String text = envelope.toString();
    return new SignedCart(
        signedBytes,
        () -> {
          ReadBack.of(cart, terminal)
              .map(
                  known ->
                      new IssuedCarts.Issued(
                          text.substring(0, end), text.substring(end), key, header, known))
              .ifPresent(issued::keep);
          observer.used(key.kid(), SnapshotObserver.Use.ISSUED);
          return new SignedSnapshot(text);
        });
  }

  private record SignedCart(int signedBytes, Supplier<SignedSnapshot> onUse) implements Signed {

    @Override
    public SignedSnapshot use() {
      return onUse.get();
    }
  }

  private static Refused notIssued(String reason) {
    return new Refused(Refusal.SNAPSHOT_NOT_ISSUED, "Snapshot not issued: ", reason);
  }
}
