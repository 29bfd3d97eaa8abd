package dev.poscart.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A file that is open, and what its name led to when it was opened.
 *
 * @param key what no other file of the system has; empty where files have no keys
 */
record OpenFile(Path path, Optional<Object> key, Content content) {

  /** Looks at what is in a file. */
  @FunctionalInterface
  interface Content {

    /** Whatever is in it is right. */
    Content ANY = now -> Optional.empty();

    /** What was done to it since the last look, such as "was cut off"; empty: nothing. */
    Optional<String> difference(BasicFileAttributes now) throws IOException, SQLException;
  }

  /**
   * @param suffix what the file's name has more than the database's
   */
  static OpenFile of(Path database, String suffix, Content content) throws IOException {
    Path path = database.resolveSibling(database.getFileName() + suffix);
    return new OpenFile(path, Optional.ofNullable(attributes(path).fileKey()), content);
  }

  /**
   * In which way the file that has the name now differs; empty: in none.
   *
   * @param contents whether to look into it, too
   */
  Optional<String> difference(boolean contents) throws IOException, SQLException {
    try {
      BasicFileAttributes now = attributes(path);
      if (!key.equals(Optional.ofNullable(now.fileKey()))) {
        return Optional.of("was replaced by another file");
      }
      return contents ? content.difference(now) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.of("was deleted or moved away");
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }
}
