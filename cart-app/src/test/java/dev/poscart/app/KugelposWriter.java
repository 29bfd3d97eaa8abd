package dev.poscart.app;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.KugelposDay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What kugelpos's cart service writes for one terminal, step by step: it takes a number from its
 * counter, appends to the log, marks what it reversed, and records the delivery of the event. It
 * can be killed after any step.
 */
final class KugelposWriter {

  /** Instead of going on with the next step. */
  static final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final int SALE = 101;
  private static final int VOID = 201;

  private final KugelposShop shop;
  private final String till;
  private final Random random;
  private final Document sale;
  private final Document delivery;

  KugelposWriter(KugelposShop shop, String till, Random random) {
    this.shop = shop;
    this.till = till;
    this.random = random;
    this.sale = first("db_cart_K7310", "log_tran");
    this.delivery = first("db_cart_commons", "status_tran_delivery");
  }

  private Document first(String folder, String collection) {
    return KugelposDay.documents(folder, collection).stream()
        .filter(each -> till.equals(each.get("store_code") + "-" + each.get("terminal_no")))
        .findFirst()
        .orElseThrow();
  }

  /** Bills a cart; returns its number. */
  int sell() {
    return book(SALE, Optional.empty());
  }

  /** Voids a sale; returns the number of the void, or 0 if the sale is marked as reversed. */
  int voidSale(int number) {
    Optional<Document> mark = find(shop.collection("status_tran"), key(number));
    if (mark.map(each -> each.getBoolean("is_voided") || each.getBoolean("is_refunded"))
        .orElse(false)) {
      return 0;
    }
    int by = book(VOID, Optional.of(number));
    now(
        shop.collection("status_tran")
            .updateOne(
                key(number),
                combine(
                    set("is_voided", true),
                    set("is_refunded", false),
                    set("void_transaction_no", by),
                    set("void_date_time", sale.getString("generate_date_time")),
                    set("void_staff_id", "S01"),
                    set("created_at", Instant.now())),
                new UpdateOptions().upsert(true)));
    step();
    return by;
  }

  private int book(int type, Optional<Integer> origin) {
    int number = claim();
    step();
    Document entry = new Document(sale);
    entry.remove("_id");
    entry.append("transaction_no", number).append("transaction_type", type);
    origin.ifPresent(
        of ->
            entry.append(
                "origin",
                new Document("generate_date_time", sale.getString("generate_date_time"))
                    .append("tenant_id", sale.getString("tenant_id"))
                    .append("store_code", sale.getString("store_code"))
                    .append("store_name", sale.getString("store_name"))
                    .append("terminal_no", sale.getInteger("terminal_no"))
                    .append("transaction_no", of)
                    .append("transaction_type", SALE)
                    .append("receipt_no", 1)));
    now(shop.collection("log_tran").insertOne(entry));
    step();
    Document record = new Document(delivery);
    record.remove("_id");
    record.append("transaction_no", number).append("event_id", UUID.randomUUID().toString());
    now(shop.deliveries().insertOne(record));
    step();
    return number;
  }

  private int claim() {
    return now(shop.collection("info_terminal_counter")
            .findOneAndUpdate(
                eq("terminal_id", KugelposShop.TENANT + "-" + till),
                inc("count_dic.Transaction", 1),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .getEmbedded(List.of("count_dic", "Transaction"), Integer.class);
  }

  private Bson key(int number) {
    return and(
        eq("tenant_id", KugelposShop.TENANT),
        eq("store_code", sale.get("store_code")),
        eq("terminal_no", sale.get("terminal_no")),
        eq("transaction_no", number));
  }

  private void step() {
    if (random.nextInt(25) == 0) {
      throw new Killed();
    }
  }

  private static Optional<Document> find(MongoCollection<Document> in, Bson which) {
    return result(
        Mono.from(in.find(which).first())
            .map(Optional::of)
            .defaultIfEmpty(Optional.empty())
            .toFuture());
  }

  private static <T> T now(Publisher<T> write) {
    return result(Mono.from(write).toFuture());
  }
}
