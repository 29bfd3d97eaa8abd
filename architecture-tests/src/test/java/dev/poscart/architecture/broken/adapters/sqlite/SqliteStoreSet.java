package dev.poscart.architecture.broken.adapters.sqlite;

public interface SqliteStoreSet {}
