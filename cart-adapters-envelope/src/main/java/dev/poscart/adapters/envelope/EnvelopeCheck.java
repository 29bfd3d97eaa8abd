package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an envelope in kugelpos's order, which decides what is refused if several things are wrong
 * with it: its form, version, key and signature, the form of the document, and then what the
 * document says. Nothing that is not signed is looked at longer than that.
 */
final class EnvelopeCheck {

  private static final Set<Long> SCHEMA_VERSIONS = Set.of(1L, 2L);

  private final KeyRing keys;
  private final Optional<Duration> maxAge;
  private final Instant now;
  private final SnapshotObserver observer;
  private final IssuedCarts issued;

  EnvelopeCheck(
      KeyRing keys,
      Optional<Duration> maxAge,
      Instant now,
      SnapshotObserver observer,
      IssuedCarts issued) {
    this.keys = keys;
    this.maxAge = maxAge;
    this.now = now;
    this.observer = observer;
    this.issued = issued;
  }

  /**
   * Reads the cart of an envelope.
   *
   * @throws Refused if the envelope or its cart is not acceptable
   */
  CarriedCart read(SignedSnapshot snapshot, TerminalKey caller, CartId expected) {
    Optional<CarriedCart> known = known(snapshot.text(), caller, expected);
    return known.isPresent() ? known.get() : unknown(snapshot, caller, expected);
  }

  /**
   * The cart of an envelope that this service has issued, if each check would succeed. Otherwise
   * they are made one by one, for the right refusal.
   */
  private Optional<CarriedCart> known(String envelope, TerminalKey caller, CartId expected) {
    Optional<IssuedCarts.Issued> known =
        issued
            .find(caller.tenantId(), expected, envelope)
            .filter(each -> each.header().storeCode().equals(caller.storeCode()))
            .filter(each -> isStillValid(each.key(), each.header()));
    known.ifPresent(each -> observer.used(each.key().kid(), SnapshotObserver.Use.VERIFIED));
    return known.map(IssuedCarts.Issued::cart);
  }

  /** A key that was read again is another one, which may have another secret. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isStillValid(SnapshotKey signer, EnvelopeHeader header) {
    return keys.verifying(header.kid(), header.tenantId(), now)
            .filter(key -> key == signer)
            .isPresent()
        && (maxAge.isEmpty() || isYounger(header.issuedAt(), maxAge.get()));
  }

  private CarriedCart unknown(SignedSnapshot snapshot, TerminalKey caller, CartId expected) {
    try {
      SignedEnvelope envelope = SignedEnvelope.parse(snapshot.text());
      SnapshotKey key = key(envelope.header());
      return observed(key, () -> read(envelope, key, caller, expected));
    } catch (MalformedEnvelopeException e) {
      throw new Refused(
          Refusal.SNAPSHOT_MALFORMED, "Invalid snapshot: ", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the numbers of a void or return.
   *
   * @param zone of times without offset
   * @throws Refused if the envelope is not acceptable or not the caller's
   */
  ReversalNumbers readNumbers(SignedSnapshot snapshot, TerminalKey caller, ZoneId zone) {
    try {
      SignedEnvelope envelope = SignedEnvelope.parseNumbers(snapshot.text());
      DocumentFields fields = new DocumentFields(signedDocument(envelope, key(envelope.header())));
      if (!terminal(envelope.header()).equals(caller)) {
        throw new MalformedEnvelopeException("terminal: another one (expected: the caller)");
      }
      return fields.as(numbers -> NumbersForm.read(numbers, zone));
    } catch (MalformedEnvelopeException e) {
      throw new Refused(
          Refusal.SNAPSHOT_MALFORMED, "Invalid snapshot: ", String.valueOf(e.getMessage()));
    }
  }

  /** Reads a cart, possibly a malformed one. */
  private interface Reading {
    CarriedCart run() throws MalformedEnvelopeException;
  }

  private CarriedCart observed(SnapshotKey key, Reading reading) throws MalformedEnvelopeException {
    SnapshotObserver.Use use = SnapshotObserver.Use.REFUSED;
    try {
      CarriedCart cart = reading.run();
      use = SnapshotObserver.Use.VERIFIED;
      return cart;
    } finally {
      observer.used(key.kid(), use);
    }
  }

  private CarriedCart read(
      SignedEnvelope envelope, SnapshotKey key, TerminalKey caller, CartId expected)
      throws MalformedEnvelopeException {
    DocumentFields document = new DocumentFields(signedDocument(envelope, key));
    document.object("sales");
    document.object("masters");
    checkStore(envelope.header(), caller);
    checkOpenAndCarried(document);
    CarriedCart cart = document.as(CartDocumentReader::read);
    checkSame(cart.cart().id(), expected);
    return cart.issuedTo(terminal(envelope.header()));
  }

  private static TerminalKey terminal(EnvelopeHeader header) throws MalformedEnvelopeException {
    if (header.terminalNo() != (int) header.terminalNo()) {
      throw new MalformedEnvelopeException("terminal_no: " + header.terminalNo());
    }
    return new TerminalKey(header.tenantId(), header.storeCode(), (int) header.terminalNo());
  }

  private SnapshotKey key(EnvelopeHeader header) {
    if (!SCHEMA_VERSIONS.contains(header.schemaVersion())) {
      throw new Refused(
          Refusal.SNAPSHOT_VERSION_UNKNOWN,
          "Snapshot version: ",
          header.schemaVersion(),
          " (expected: 1 or 2)");
    }
    return keys.verifying(header.kid(), header.tenantId(), now)
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.SNAPSHOT_KEY_UNKNOWN,
                    "The snapshot's key is unknown or no longer valid"));
  }

  private Map<?, ?> signedDocument(SignedEnvelope envelope, SnapshotKey key)
      throws MalformedEnvelopeException {
    Map<?, ?> document =
        SignatureCheck.signed(envelope, key)
            .orElseThrow(
                () ->
                    new Refused(
                        Refusal.SNAPSHOT_ALTERED,
                        "The snapshot is not as it was signed; send it back as it was received"));
    checkAge(envelope.header().issuedAt());
    return document;
  }

  private void checkAge(String issuedAt) {
    if (maxAge.isPresent() && !isYounger(issuedAt, maxAge.get())) {
      throw new Refused(
          Refusal.SNAPSHOT_KEY_UNKNOWN,
          "The snapshot is too old: issued at ",
          issuedAt,
          " (expected: at most ",
          maxAge.get().toHours(),
          " hours ago)");
    }
  }

  private boolean isYounger(String issuedAt, Duration age) {
    try {
      return !OffsetDateTime.parse(issuedAt).toInstant().isBefore(now.minus(age));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void checkStore(EnvelopeHeader header, TerminalKey caller) {
    if (!header.tenantId().equals(caller.tenantId())
        || !header.storeCode().equals(caller.storeCode())) {
      throw new Refused(
          Refusal.SNAPSHOT_OF_OTHER_STORE, "The snapshot was issued for another store");
    }
  }

  private static void checkOpenAndCarried(DocumentFields document)
      throws MalformedEnvelopeException {
    // Carts of the first version do not say; they were all carried.
    if (!document.optionalFlag("carry_snapshot").orElse(true)) {
      throw new Refused(
          Refusal.SNAPSHOT_OF_STORED_CART, "The cart was not opened as a carried cart");
    }
    Optional<CartStatus> status =
        Optional.ofNullable(WireWords.STATUS.get(document.textOr("status", "")));
    if (status.filter(s -> s == CartStatus.COMPLETED || s == CartStatus.CANCELLED).isPresent()) {
      throw new Refused(Refusal.SNAPSHOT_OF_CLOSED_CART, "The snapshot's cart is closed");
    }
  }

  private static void checkSame(CartId carried, CartId expected) {
    if (!carried.equals(expected)) {
      throw new Refused(
          Refusal.SNAPSHOT_OF_OTHER_CART, "The snapshot is of another cart than ", expected);
    }
  }
}
