package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.StoreKey;

/**
 * The canonical members of a line and of its item, which stay the same as long as the line does.
 * Only the store, which its item names, is that of the cart.
 */
final class WrittenLine {

  private static final int USUAL_LENGTH = 1_024;

  private final String itemCode;
  private final byte[] line;
  private final byte[] itemUpToStore;
  private final byte[] itemUpToTenant;
  private final byte[] restOfItem;

  private WrittenLine(
      String itemCode,
      byte[] line,
      byte[] itemUpToStore,
      byte[] itemUpToTenant,
      byte[] restOfItem) {
    this.itemCode = itemCode;
    this.line = line;
    this.itemUpToStore = itemUpToStore;
    this.itemUpToTenant = itemUpToTenant;
    this.restOfItem = restOfItem;
  }

  /**
   * Writes a line.
   *
   * @throws IllegalArgumentException if a number is too large for binary floating point
   */
  static WrittenLine of(LineItem line) {
    Item item = line.item();
    CanonicalBytes out = new CanonicalBytes(USUAL_LENGTH);
    DocumentWriter document = new DocumentWriter(out);
    LineForm.write(document, line);
    byte[] whole = out.take();
    ItemMasterForm.writeUpToStore(document, item);
    byte[] upToStore = out.take();
    ItemMasterForm.writeUpToTenant(document, item);
    byte[] upToTenant = out.take();
    ItemMasterForm.writeRest(document, item);
    return new WrittenLine(item.itemCode(), whole, upToStore, upToTenant, out.take());
  }

  String itemCode() {
    return itemCode;
  }

  void writeLine(DocumentWriter document) {
    document.putReady(line);
  }

  void writeItem(DocumentWriter document, StoreKey store) {
    document
        .putReady(itemUpToStore)
        .put("store_code", store.storeCode())
        .putReady(itemUpToTenant)
        .put("tenant_id", store.tenantId())
        .putReady(restOfItem);
  }
}
