package dev.poscart.architecture.broken.app;

import org.sqlite.SQLiteConfig;

interface SqlOnlyInItsAdapter {
  SQLiteConfig badSQLiteConfig();
}
