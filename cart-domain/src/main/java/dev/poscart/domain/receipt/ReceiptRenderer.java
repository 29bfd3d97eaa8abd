package dev.poscart.domain.receipt;

import java.util.List;

/** Renders laid-out lines for one kind of output. */
interface ReceiptRenderer {

  String render(List<ReceiptLine> lines);
}
