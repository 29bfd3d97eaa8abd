package dev.poscart.adapters.sqlite;

import java.sql.SQLException;

/** Something to do on a connection. */
@FunctionalInterface
interface Operation<T> {

  T on(Session session) throws SQLException;
}
