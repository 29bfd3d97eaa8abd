package dev.poscart.adapters.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a value from the current row of a result. */
@FunctionalInterface
interface Row<T> {

  T of(ResultSet row) throws SQLException;
}
