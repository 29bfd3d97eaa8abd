/**
 * The stores on one SQLite file. {@link dev.poscart.adapters.sqlite.SqliteStoreSet#open} is the one
 * way in.
 *
 * <p>One writer thread takes what callers have queued and commits it as one group; a few reader
 * threads answer questions from their own connections; stages complete on threads of their own. The
 * callers' threads never touch the file. No HTTP, no gRPC, no rules of the till may enter.
 */
package dev.poscart.adapters.sqlite;
