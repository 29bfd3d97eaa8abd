package dev.poscart.architecture.broken.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;

interface MongoDriverOnlyInItsAdapter {
  MongoClient goodMongoClient();
}
