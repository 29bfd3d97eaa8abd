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

  private final Supplier<KeyRing> keys;
  private final Optional<Duration> maxAge;
  private final Clock clock;
  private final SnapshotObserver observer;

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
    return Stages.attempt(
        () ->
            Stages.completed(
                new EnvelopeCheck(keys.get(), maxAge, clock.instant(), observer)
                    .read(snapshot, caller, expected)));
  }

  @Override
  public CompletionStage<ReversalNumbers> verifyNumbers(
      SignedSnapshot numbers, TerminalKey caller) {
    return Stages.attempt(
        () ->
            Stages.completed(
                new EnvelopeCheck(keys.get(), maxAge, clock.instant(), observer)
                    .readNumbers(numbers, caller, clock.getZone())));
  }

  @Override
  public CompletionStage<Issued> issue(CarriedCart cart, TerminalKey terminal, OffsetDateTime at) {
    return Stages.attempt(() -> Stages.completed(signed(cart, terminal, at)));
  }

  private Issued signed(CarriedCart cart, TerminalKey terminal, OffsetDateTime at) {
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
      String document = CanonicalJson.of(CartDocumentWriter.write(cart));
      String signedText = header.signedText(document);
      observer.used(key.kid(), SnapshotObserver.Use.ISSUED);
      return new Issued(
          new SignedSnapshot(header.envelope(document, key.sign(signedText))), signedText.length());
    } catch (MalformedEnvelopeException e) {
      throw notIssued(String.valueOf(e.getMessage()));
    }
  }

  private static Refused notIssued(String reason) {
    return new Refused(Refusal.SNAPSHOT_NOT_ISSUED, "Snapshot not issued: ", reason);
  }
}
