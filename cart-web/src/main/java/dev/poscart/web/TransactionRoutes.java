package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionWithStatus;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.ReturnQuote;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.transaction.TransactionList;
import dev.poscart.domain.usecase.transaction.TransactionService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The routes of the transaction log: query, read, void and return. */
final class TransactionRoutes {

  private final TransactionService transactions;
  private final ReversalService reversals;

  TransactionRoutes(TransactionService transactions, ReversalService reversals) {
    this.transactions = transactions;
    this.reversals = reversals;
  }

  CompletionStage<Renderable> query(Terminal caller, ApiRequest request) {
    QueryRequest asked = QueryRequest.read(caller, request);
    return transactions
        .query(caller, asked.query())
        .thenApply(
            page ->
                new Reply(
                    200,
                    "get_transactions_by_query",
                    "Success to get transactions by query",
                    out -> list(out, page),
                    new QueryMetadata(asked, page.total())));
  }

  /** The typo in the operation name is part of kugelpos's contract. */
  CompletionStage<Renderable> find(Terminal caller, ApiRequest request) {
    int transactionNo = request.pathNumber("transaction_no");
    TerminalKey of = QueryRequest.terminal(caller, request);
    Optional<Integer> session = businessCounter(request);
    request.problems().throwIfAny();
    return transactions
        .find(caller, new TransactionKey(of, transactionNo, session))
        .thenApply(
            transaction ->
                new Reply(
                    200,
                    "get_transaction_by_tranasction_no",
                    "Success to get transaction by transaction_no",
                    TransactionJson.of(transaction),
                    JsonValueWriter.NULL));
  }

  CompletionStage<Renderable> voidTransaction(Terminal caller, ApiRequest request) {
    TransactionKey original = original(request);
    return reversals
        .voidTransaction(request.attempt(caller), original, request.body(CartBodies::tenders))
        .thenApply(made -> reply("void", made));
  }

  CompletionStage<Renderable> returnTransaction(Terminal caller, ApiRequest request) {
    TransactionKey original = original(request);
    ReturnBody body = request.body(ReturnBody::read);
    return reversals
        .returnTransaction(request.attempt(caller), original, body.selection(), body.tenders())
        .thenApply(made -> reply("return", made));
  }

  /** What a return of some pieces would refund: {@code ?piece=<lineNo>:<quantity>}, repeated. */
  CompletionStage<Renderable> quoteReturn(Terminal caller, ApiRequest request) {
    List<ReturnEntry> pieces = ReturnBody.pieces(request);
    return reversals
        .quoteReturn(caller, original(request), pieces)
        .thenApply(
            quote ->
                new Reply(
                    200,
                    "quote_return",
                    "Success to quote return",
                    out -> quote(out, quote),
                    JsonValueWriter.NULL));
  }

  private static void quote(JsonGenerator out, ReturnQuote quote) throws IOException {
    out.writeStartObject();
    JsonText.money(out, "refundAmount", quote.refund());
    out.writeArrayFieldStart("lineItems");
    for (ReturnEntry line : quote.returnable()) {
      out.writeStartObject();
      out.writeNumberField("lineNo", line.lineNo());
      out.writeNumberField("returnableQuantity", line.quantity());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static Reply reply(String what, Transaction made) {
    return new Reply(
        200,
        what + "_transaction_by_transaction_no",
        "Success to " + what + " transaction by transaction_no",
        TransactionJson.fresh(made),
        JsonValueWriter.NULL);
  }

  /** The transaction named in the path. The use case checks whose it may be. */
  private static TransactionKey original(ApiRequest request) {
    int transactionNo = request.pathNumber("transaction_no");
    int terminalNo = request.pathTerminalNo();
    String tenantId = request.pathText("tenant_id");
    String storeCode = request.pathText("store_code");
    Optional<Integer> session = businessCounter(request);
    request.problems().throwIfAny();
    return new TransactionKey(
        new TerminalKey(tenantId, storeCode, terminalNo), transactionNo, session);
  }

  /** The session of the transaction; transactions of several may have its number. */
  private static Optional<Integer> businessCounter(ApiRequest request) {
    Optional<String> given = request.query("business_counter");
    Optional<Integer> number =
        given.flatMap(text -> LenientNumbers.integer(new Json.Text(text), 0));
    if (given.isPresent() && number.isEmpty()) {
      request.problems().add("query -> business_counter", LenientNumbers.expected(0));
    }
    return number;
  }

  private static void list(JsonGenerator out, TransactionList page) throws IOException {
    out.writeStartArray();
    for (TransactionWithStatus entry : page.transactions()) {
      TransactionJson.of(entry).write(out);
    }
    out.writeEndArray();
  }
}
