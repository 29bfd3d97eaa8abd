package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Restores the databases that kugelpos's cart service wrote during two business days. */
public final class KugelposDay {

  /** The tenant of that shop. */
  public static final String TENANT = "K7310";

  private static final Map<String, List<String>> COLLECTIONS =
      Map.of(
          TENANT,
          List.of("cache_cart", "info_terminal_counter", "log_tran", "status_tran"),
          "commons",
          List.of("status_tran_delivery"));

  private KugelposDay() {}

  /** Restores both databases, with kugelpos's indexes, under a prefix. */
  public static void restore(MongoClient client, String prefix) {
    COLLECTIONS.forEach(
        (name, collections) ->
            collections.forEach(
                collection ->
                    restore(
                        client.getDatabase(prefix + "_" + name), "db_cart_" + name, collection)));
  }

  /** The documents of one collection, in the order of their ids. */
  public static List<Document> documents(String folder, String collection) {
    String file = "/kugelpos-day/" + folder + "/" + collection + ".jsonl.gz";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(open(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(Document::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON file beside the collections, such as {@code cartstore}. */
  public static String json(String name) {
    try (InputStream file = new GZIPInputStream(open("/kugelpos-day/" + name + ".json.gz"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void restore(MongoDatabase database, String folder, String name) {
    MongoCollection<Document> collection = database.getCollection(name);
    for (Document index : indexes(folder).getList(name, Document.class)) {
      Document key = index.get("key", Document.class);
      if (!key.containsKey("_id")) {
        IndexOptions options =
            new IndexOptions()
                .name(index.getString("name"))
                .unique(index.getBoolean("unique", false));
        result(Mono.from(collection.createIndex(key, options)).toFuture());
      }
    }
    result(Flux.from(collection.insertMany(documents(folder, name))).collectList().toFuture());
  }

  private static Document indexes(String folder) {
    try (InputStream file = open("/kugelpos-day/" + folder + "/indexes.json")) {
      return Document.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(KugelposDay.class.getResourceAsStream(file), file);
  }
}
