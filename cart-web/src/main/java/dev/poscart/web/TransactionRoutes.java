package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.usecase.TransactionService;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** From requests about the transaction log to use cases and back. */
final class TransactionRoutes {

  private final TransactionService transactions;

  TransactionRoutes(TransactionService transactions) {
    this.transactions = transactions;
  }

  CompletionStage<Rendered> query(Terminal caller, ApiRequest request) {
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

  /** The operation's name is misspelt, and terminals know it so. */
  CompletionStage<Rendered> find(Terminal caller, ApiRequest request) {
    int transactionNo = request.pathNumber("transaction_no");
    TerminalKey of = QueryRequest.terminal(caller, request);
    return transactions
        .find(caller, of, transactionNo)
        .thenApply(
            transaction ->
                new Reply(
                    200,
                    "get_transaction_by_tranasction_no",
                    "Success to get transaction by transaction_no",
                    new TransactionJson(transaction),
                    JsonPart.NULL));
  }

  private static void list(JsonGenerator out, TransactionPage page) throws IOException {
    out.writeStartArray();
    for (Transaction transaction : page.transactions()) {
      new TransactionJson(transaction).write(out);
    }
    out.writeEndArray();
  }
}
