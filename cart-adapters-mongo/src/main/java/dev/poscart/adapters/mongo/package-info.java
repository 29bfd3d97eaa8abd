/**
 * The stores in MongoDB, or in any server that supports its wire protocol: one database per tenant,
 * one document per cart and per transaction, no multi-document transactions. {@link
 * dev.poscart.adapters.mongo.MongoStoreSet} is the entry point. Types of the driver stay in this
 * package; HTTP, gRPC and business rules do not belong here.
 */
package dev.poscart.adapters.mongo;
