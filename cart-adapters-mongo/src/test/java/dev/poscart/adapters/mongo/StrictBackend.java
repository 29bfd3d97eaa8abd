package dev.poscart.adapters.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * As strict as MongoDB, unlike its base class: an index whose keys or name are in use is refused
 * with MongoDB's codes. Records the commands it gets.
 */
final class StrictBackend extends MemoryBackend {

  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private final List<Document> queries = Collections.synchronizedList(new ArrayList<>());

  /** Of the commands so far, those of one kind. */
  List<Document> queries(String command) {
    synchronized (queries) {
      return queries.stream().filter(query -> query.containsKey(command)).toList();
    }
  }

  /** The commands so far: {@code database.collection command}. */
  List<String> commands() {
    synchronized (commands) {
      return List.copyOf(commands);
    }
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    commands.add(database + "." + query.get(command) + " " + command);
    queries.add(query);
    if (command.equals("createIndexes")) {
      String collection = String.valueOf(query.get(command));
      List<Document> existing = indexes(channel, database, collection);
      documents(given(query, "indexes"))
          .forEach(wanted -> existing.forEach(old -> check(old, wanted)));
    }
    return super.handleCommand(channel, database, command, query);
  }

  private List<Document> indexes(Channel channel, String database, String collection) {
    try {
      Document answer =
          super.handleCommand(
              channel, database, "listIndexes", new Document("listIndexes", collection));
      return documents(given((Document) given(answer, "cursor"), "firstBatch"));
    } catch (MongoServerException e) {
      // The collection does not exist yet.
      return List.of();
    }
  }

  private static void check(Document old, Document wanted) {
    boolean sameKeys = given(old, "key").equals(given(wanted, "key"));
    boolean sameName = Objects.equals(old.get("name"), wanted.get("name"));
    boolean sameOptions = isUnique(old) == isUnique(wanted);
    if (sameKeys && !sameName) {
      throw new MongoServerError(
          85,
          "IndexOptionsConflict",
          "Index already exists with a different name: " + old.get("name"));
    }
    if (sameName && !(sameKeys && sameOptions)) {
      throw new MongoServerError(
          86,
          "IndexKeySpecsConflict",
          "An existing index has the same name as the requested index: " + old.get("name"));
    }
  }

  private static boolean isUnique(Document index) {
    return Boolean.TRUE.equals(index.get("unique"));
  }

  private static Object given(Document document, String field) {
    return Objects.requireNonNull(document.get(field), field);
  }

  private static List<Document> documents(Object list) {
    return ((List<?>) list).stream().map(Document.class::cast).toList();
  }
}
