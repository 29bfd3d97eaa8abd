package dev.poscart.adapters.sqlite;

import java.sql.SQLException;

/** An operation to run on a connection. */
@FunctionalInterface
interface Operation<T> {

  T on(Session session) throws SQLException;
}
