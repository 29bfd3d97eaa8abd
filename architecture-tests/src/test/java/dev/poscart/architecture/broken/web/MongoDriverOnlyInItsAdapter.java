package dev.poscart.architecture.broken.web;

import org.bson.Document;
import reactor.core.publisher.Mono;

interface MongoDriverOnlyInItsAdapter {
  Mono<String> badMono();

  Document badDocument();
}
