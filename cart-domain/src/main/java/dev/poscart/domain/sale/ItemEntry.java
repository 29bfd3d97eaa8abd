package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * An item as keyed in.
 *
 * @param unitPrice a price given with the entry, 0 included; empty: the master's
 */
public record ItemEntry(String itemCode, int quantity, Optional<Money> unitPrice) {}
