/**
 * The stores on MongoDB, or on any server that speaks its wire protocol: one database per tenant,
 * one document per cart and per transaction, no transaction over several documents. {@link
 * dev.poscart.adapters.mongo.MongoStoreSet} is the one way in. The driver's types stay in here;
 * HTTP, gRPC and the rules of the till may not enter.
 */
package dev.poscart.adapters.mongo;
