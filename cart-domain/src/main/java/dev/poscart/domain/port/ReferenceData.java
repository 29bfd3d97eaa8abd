package dev.poscart.domain.port;

/**
 * The ports to what a tenant's stores are set up with. Each may have another source: a database, a
 * peer service, a cache in front of either.
 */
public record ReferenceData(
    TerminalDirectory terminals,
    StoreDirectory stores,
    StoreTerminals storeTerminals,
    PaymentMethods paymentMethods,
    Taxes taxes,
    Settings settings,
    Promotions promotions) {

  /** The same data with terminals and stores from another source. */
  public ReferenceData withDirectories(
      TerminalDirectory otherTerminals, StoreDirectory otherStores) {
    return new ReferenceData(
        otherTerminals, otherStores, storeTerminals, paymentMethods, taxes, settings, promotions);
  }

  /** The same data with the master data, other than taxes, from another source. */
  public ReferenceData withMasterData(
      PaymentMethods otherMethods, Settings otherSettings, Promotions otherPromotions) {
    return new ReferenceData(
        terminals, stores, storeTerminals, otherMethods, taxes, otherSettings, otherPromotions);
  }
}
