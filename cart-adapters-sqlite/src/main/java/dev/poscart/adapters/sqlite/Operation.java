package dev.poscart.adapters.sqlite;

import java.sql.SQLException;

/**
 * An operation to run on a connection. A write may run more than once, each time after the changes
 * of the earlier run were undone, so it changes nothing but the database.
 */
@FunctionalInterface
interface Operation<T> {

  T on(Session session) throws SQLException;
}
