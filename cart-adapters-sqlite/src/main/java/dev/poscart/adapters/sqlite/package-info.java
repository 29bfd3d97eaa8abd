/**
 * The stores in one SQLite database. {@link dev.poscart.adapters.sqlite.SqliteStoreSet#open} is the
 * entry point.
 *
 * <p>One writer thread commits queued operations in groups; a few reader threads use connections of
 * their own; stages complete on separate threads. Callers' threads never touch the file. HTTP, gRPC
 * and business rules do not belong here.
 */
package dev.poscart.adapters.sqlite;
