package dev.poscart.architecture.broken.adapters.sqlite;

import java.sql.Connection;

interface SqlOnlyInItsAdapter {
  Connection goodConnection();
}
