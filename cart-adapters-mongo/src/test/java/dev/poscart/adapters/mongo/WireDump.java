package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bson.RawBsonDocument;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Everything that a server has under a prefix, byte for byte, for comparison. */
public final class WireDump {

  private WireDump() {}

  /** The databases, their collections, and each index and document of these. */
  public static List<String> of(String connectionString, String prefix) {
    List<String> dump = new ArrayList<>();
    try (MongoClient client = MongoClients.create(connectionString)) {
      for (String name : sorted(client.listDatabaseNames())) {
        if (name.startsWith(prefix)) {
          dump.add(name);
          addCollections(client.getDatabase(name), dump);
        }
      }
    }
    return dump;
  }

  private static void addCollections(MongoDatabase database, List<String> dump) {
    for (String name : sorted(database.listCollectionNames())) {
      MongoCollection<RawBsonDocument> collection =
          database.getCollection(name, RawBsonDocument.class);
      dump.add(collection.getNamespace().getFullName());
      dump.addAll(bytes(collection.listIndexes(RawBsonDocument.class)));
      dump.addAll(bytes(collection.find()));
    }
  }

  private static List<String> bytes(Publisher<RawBsonDocument> documents) {
    return sorted(Flux.from(documents).map(each -> hex(each.getByteBuffer().array())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static List<String> sorted(Publisher<String> texts) {
    return result(Flux.from(texts).sort().collectList().toFuture());
  }
}
