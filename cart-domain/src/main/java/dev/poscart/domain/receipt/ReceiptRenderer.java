package dev.poscart.domain.receipt;

import java.util.List;

/** Turns laid-out lines into what one kind of printer or reader takes. */
interface ReceiptRenderer {

  String render(List<ReceiptLine> lines);
}
