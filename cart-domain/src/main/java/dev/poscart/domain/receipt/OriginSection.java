package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.List;

/** The receipt that a void or a return refers to. */
final class OriginSection {

  private OriginSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    if (transaction.type() == TransactionType.SALE) {
      return List.of();
    }
    return transaction.origin().map(OriginSection::lines).orElse(List.of());
  }

  private static List<ReceiptLine> lines(Origin origin) {
    return List.of(
        BORDER,
        left("[対象レシート]"),
        split("日時", Figures.dateTime(origin.generatedAt())),
        split("取引区分", kind(origin.type())),
        split("店舗コード", origin.terminal().storeCode()),
        split("店舗名", origin.storeName()),
        split("レジNo.", String.valueOf(origin.terminal().terminalNo())),
        split("レシートNo.", String.valueOf(origin.numbers().receiptNo())),
        split("取引通番", String.valueOf(origin.numbers().transactionNo())));
  }

  private static String kind(TransactionType type) {
    return switch (type) {
      case SALE -> "売 上";
      case RETURN -> "返 品";
      case VOID_SALE, VOID_RETURN -> "不 明";
    };
  }
}
