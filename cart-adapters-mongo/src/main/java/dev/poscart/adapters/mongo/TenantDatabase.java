package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;

/** The collections of one tenant. */
record TenantDatabase(MongoDatabase database) {

  /** Carts; {@code _id} is the cart id. */
  MongoCollection<Document> carts() {
    return database.getCollection("poscart_cart");
  }

  /**
   * Kugelpos's collection of carts, where earlier versions of this service stored theirs as well.
   * It is unique in a field that those carts lack, so nothing new goes there.
   */
  MongoCollection<Document> sharedCarts() {
    return database.getCollection("cache_cart");
  }

  /** Requests with an idempotency key; {@code _id} is made from the key and the terminal. */
  MongoCollection<Document> idempotencyRecords() {
    return database.getCollection("cache_answer");
  }

  /** Revisions of carried carts; {@code _id} is the cart id. */
  MongoCollection<Document> revisions() {
    return database.getCollection("poscart_cart_revision");
  }

  /** What was refused or odd about carried carts. */
  MongoCollection<Document> incidents() {
    return database.getCollection("poscart_incident");
  }

  /** Transactions; {@code _id} is the claim. */
  MongoCollection<Document> log() {
    return database.getCollection("log_tran");
  }

  /** Kugelpos's marks on transactions that were voided or returned. */
  MongoCollection<Document> kugelposMarks() {
    return database.getCollection("status_tran");
  }

  /** Kugelpos's counters, one document per terminal. */
  MongoCollection<Document> kugelposCounters() {
    return database.getCollection("info_terminal_counter");
  }

  /** Reference data that is read as a whole, one document per kind. */
  MongoCollection<Document> masters() {
    return database.getCollection("master_reference");
  }

  /** Stores; {@code _id} is the store code. */
  MongoCollection<Document> stores() {
    return database.getCollection("info_store");
  }

  /** What is known of terminals beside their log; {@code _id} is the terminal id. */
  MongoCollection<Document> terminalRecords() {
    return database.getCollection("info_terminal_record");
  }

  /** Terminals; {@code _id} is the terminal id. */
  MongoCollection<Document> terminals() {
    return database.getCollection("info_terminal");
  }
}
