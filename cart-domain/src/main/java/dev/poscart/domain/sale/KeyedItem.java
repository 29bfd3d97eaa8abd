package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * An item as sent by a terminal.
 *
 * @param code as scanned or typed
 * @param unitPrice a price given with the code; empty or 0: the price in the code or of the item
 *     master
 * @param supplement the second code of a book or the add-on of a magazine
 */
public record KeyedItem(
    String code, int quantity, Optional<Money> unitPrice, Optional<String> supplement) {}
