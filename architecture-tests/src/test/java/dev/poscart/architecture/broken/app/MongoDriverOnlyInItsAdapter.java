package dev.poscart.architecture.broken.app;

import com.mongodb.reactivestreams.client.MongoClient;

interface MongoDriverOnlyInItsAdapter {
  MongoClient badMongoClient();
}
