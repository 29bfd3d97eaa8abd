package dev.poscart.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An open file, and the identity it had when it was opened.
 *
 * @param key identifies the file among all files of the system; empty where files have no keys
 */
record OpenFile(Path path, Optional<Object> key, Content content) {

  /** Checks the content of a file. */
  @FunctionalInterface
  interface Content {

    /** Accepts any content. */
    Content ANY = now -> Optional.empty();

    /** What happened to the file since the last check, such as "was cut off"; empty: nothing. */
    Optional<String> difference(BasicFileAttributes now) throws IOException, SQLException;
  }

  /**
   * @param suffix appended to the name of the database
   */
  static OpenFile of(Path database, String suffix, Content content) throws IOException {
    Path path = database.resolveSibling(database.getFileName() + suffix);
    return new OpenFile(path, Optional.ofNullable(attributes(path).fileKey()), content);
  }

  /**
   * How the file of this name now differs from the open one; empty: it does not.
   *
   * @param contents whether to check the content as well
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
