package dev.poscart.architecture.broken.adapters.mongo;

public interface MongoStoreSet {}
