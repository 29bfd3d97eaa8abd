package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.List;

/** The receipt that a void or a return refers to. */
final class OriginSection {

  private OriginSection() {}

  static List<ReceiptLine> of(Transaction transaction) {
    if (transaction.type() == TransactionType.SALE) {
      return List.of();
    }
    boolean tellsSession = transaction.receipt().format() == ReceiptFormat.JSON;
    return transaction.origin().map(origin -> lines(origin, tellsSession)).orElse(List.of());
  }

  private static List<ReceiptLine> lines(Origin origin, boolean tellsSession) {
    List<ReceiptLine> lines = new ArrayList<>();
    lines.add(BORDER);
    lines.add(left("[対象レシート]"));
    lines.add(split("日時", Figures.dateTime(origin.generatedAt())));
    lines.add(split("取引区分", kind(origin.type())));
    lines.add(split("店舗コード", origin.terminal().storeCode()));
    lines.add(split("店舗名", origin.storeName()));
    lines.add(split("レジNo.", String.valueOf(origin.terminal().terminalNo())));
    lines.add(split("レシートNo.", String.valueOf(origin.numbers().receiptNo())));
    origin
        .businessCounter()
        .filter(session -> tellsSession)
        .ifPresent(session -> lines.add(split("営業回", String.valueOf(session))));
    lines.add(split("取引通番", String.valueOf(origin.numbers().transactionNo())));
    return lines;
  }

  private static String kind(TransactionType type) {
    return switch (type) {
      case SALE -> "売 上";
      case RETURN -> "返 品";
      case VOID_SALE, VOID_RETURN -> "不 明";
    };
  }
}
