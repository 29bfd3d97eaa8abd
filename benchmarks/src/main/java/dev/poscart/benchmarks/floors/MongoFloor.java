package dev.poscart.benchmarks.floors;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.benchmarks.fleet.CountingServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The bare driver: conditional replaces of a cart's document, as many at a time as there are users.
 * The server is that of {@code MONGODB_TEST_URI}, or one in memory in this process, which shares
 * the processors with what is measured, floor and service alike.
 */
final class MongoFloor implements StoreFloor {

  private static final String CARTS = "poscart_cart";

  private final Optional<CountingServer> own;
  private final String uri;
  private final MongoClient client;
  private final int users;
  private final int requests;

  /**
   * @param users who replace at the same time
   * @param requests per round, of all users
   */
  MongoFloor(int users, int requests) {
    this.users = users;
    this.requests = requests;
    Optional<String> given = Optional.ofNullable(System.getenv("MONGODB_TEST_URI"));
    this.own = given.isPresent() ? Optional.empty() : Optional.of(CountingServer.start());
    this.uri = given.or(() -> own.map(CountingServer::uri)).orElseThrow();
    this.client = MongoClients.create(uri);
  }

  @Override
  public List<String> serviceWords() {
    return List.of("--mongodb-uri", uri);
  }

  @Override
  public Map<String, Figures> run(int lines) {
    Document cart = stored(lines);
    MongoCollection<Document> carts = client.getDatabase("floor").getCollection("cart" + lines);
    Mono.from(carts.drop()).block();
    int each = Math.max(1, requests * 20 / Math.max(20, lines) / users);
    Histogram nanos = new SynchronizedHistogram(60_000_000_000L, 3);
    long started = System.nanoTime();
    CompletableFuture.allOf(
            IntStream.range(0, users)
                .mapToObj(user -> start(() -> replaceAll(carts, cart, user, each, nanos)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    double seconds = (System.nanoTime() - started) / 1e9;
    Figures seen =
        new Figures(
            nanos.getTotalCount() / seconds,
            Double.NaN,
            Double.NaN,
            nanos.getValueAtPercentile(50) / 1e6,
            nanos.getValueAtPercentile(99) / 1e6);
    return Map.of("MongoDB driver floor", seen);
  }

  private static CompletableFuture<Void> start(Runnable user) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                user.run();
                done.complete(null);
              } catch (RuntimeException e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  private static void replaceAll(
      MongoCollection<Document> carts, Document cart, int user, int times, Histogram nanos) {
    Document next = new Document(cart).append("_id", "user" + user).append("version", 1L);
    Mono.from(carts.insertOne(next)).block();
    for (long version = 1; version <= times; version++) {
      long started = System.nanoTime();
      next = new Document(next).append("version", version + 1);
      UpdateResult replaced =
          Mono.from(carts.replaceOne(and(eq("_id", "user" + user), eq("version", version)), next))
              .block();
      nanos.recordValue(System.nanoTime() - started);
      if (replaced == null || replaced.getModifiedCount() != 1) {
        throw new IllegalStateException("user " + user + ", version " + version + ": not replaced");
      }
    }
  }

  /** A cart of the service with this number of lines. */
  private Document stored(int lines) {
    return Flux.from(client.listDatabaseNames())
        .filter(name -> !name.equals("floor"))
        .concatMap(
            name ->
                client
                    .getDatabase(name)
                    .getCollection(CARTS)
                    .find(size("body.line_items", lines))
                    .first())
        .next()
        .blockOptional()
        .orElseThrow();
  }

  @Override
  public void close() {
    client.close();
    own.ifPresent(CountingServer::close);
  }
}
