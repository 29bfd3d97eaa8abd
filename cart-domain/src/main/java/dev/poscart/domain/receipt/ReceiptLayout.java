package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.ReceiptLine.BLANK;
import static dev.poscart.domain.receipt.ReceiptLine.BORDER;
import static dev.poscart.domain.receipt.ReceiptLine.left;
import static dev.poscart.domain.receipt.ReceiptLine.split;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.List;

/** The layout of a receipt, from top to bottom. */
final class ReceiptLayout {

  private ReceiptLayout() {}

  /** The lines for paper of the given width. */
  static List<ReceiptLine> of(Transaction transaction, int columns) {
    List<ReceiptLine> lines = new ArrayList<>(notes(transaction.receipt().headers()));
    lines.addAll(head(transaction));
    lines.add(BORDER);
    lines.addAll(ItemSection.of(transaction, columns));
    lines.add(BORDER);
    lines.addAll(TotalSection.of(transaction));
    lines.addAll(PaymentSection.of(transaction));
    lines.addAll(OriginSection.of(transaction));
    lines.add(BORDER);
    lines.addAll(ItemSection.legend(transaction));
    lines.add(left("レシートNo. " + transaction.numbers().receiptNo()));
    lines.addAll(numbers(transaction));
    lines.addAll(stampBox(transaction));
    transaction
        .receipt()
        .registrationNumber()
        .ifPresent(number -> lines.add(left("事業者登録番号 " + number)));
    lines.addAll(notes(transaction.receipt().footers()));
    return lines;
  }

  private static List<ReceiptLine> head(Transaction transaction) {
    String terminalNo = String.valueOf(transaction.terminal().terminalNo());
    return List.of(
        new ReceiptLine.Split("レジNo. ", terminalNo, 0, "責# " + transaction.staff().id()),
        left(Figures.dateTime(transaction.generatedAt())),
        new ReceiptLine.Text("【 " + title(transaction) + " 】", Alignment.CENTER));
  }

  /** What identifies the transaction, for terminals that read it from the slip. */
  private static List<ReceiptLine> numbers(Transaction transaction) {
    return transaction.receipt().format() == ReceiptFormat.XML
        ? List.of()
        : List.of(
            split("店舗コード", transaction.terminal().storeCode()),
            split("レジNo.", String.valueOf(transaction.terminal().terminalNo())),
            split("営業回", String.valueOf(transaction.session().businessCounter())),
            split("取引通番", String.valueOf(transaction.numbers().transactionNo())));
  }

  private static String title(Transaction transaction) {
    if (transaction.sales().cancelled()) {
      return "取 引 中 止";
    }
    return switch (transaction.type()) {
      case SALE -> "領 収 証";
      case RETURN -> "返 品 伝 票";
      case VOID_SALE -> "売上取消伝票";
      case VOID_RETURN -> "返品取消伝票";
    };
  }

  /**
   * The box for the revenue stamp. Slips of voids, returns and cancelled sales have none: the duty
   * is due on a receipt for money received.
   */
  private static List<ReceiptLine> stampBox(Transaction transaction) {
    Money duty = transaction.sales().stampDuty();
    boolean receipt =
        transaction.type() == TransactionType.SALE && !transaction.sales().cancelled();
    if (!receipt || !duty.isPositive()) {
      return List.of();
    }
    return List.of(
        BLANK,
        left("-----------"),
        left("|         |"),
        left("| (stamp) |"),
        left("|         |"),
        left("|         |"),
        left("-----------"),
        left("印紙代" + Figures.grouped(duty) + "円"));
  }

  private static List<ReceiptLine> notes(List<ReceiptNote> notes) {
    return notes.stream().map(ReceiptLayout::note).toList();
  }

  private static ReceiptLine note(ReceiptNote note) {
    return note.text().isEmpty() ? BLANK : new ReceiptLine.Text(note.text(), note.alignment());
  }
}
