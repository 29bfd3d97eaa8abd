package dev.poscart.adapters.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the row on which a result stands. */
@FunctionalInterface
interface Row<T> {

  T of(ResultSet row) throws SQLException;
}
