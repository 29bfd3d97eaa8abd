package dev.poscart.adapters.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file, one a line, which may change while the service runs. While the file is
 * missing or wrong, the previous keys stay in use; the log says so once.
 */
public final class KeyFile implements Supplier<KeyRing> {

  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
  private static final String COMMENT = "#";

  private final Path file;
  private final boolean published;
  private volatile Contents current;
  private String complaint = "";

  private record Contents(String text, KeyRing keys) {}

  private KeyFile(Path file, boolean published) throws WrongKeysException {
    this.file = file;
    this.published = published;
    this.current = read();
  }

  /**
   * Reads a file.
   *
   * @param published whether keys are accepted that are public in kugelpos's sources
   * @throws WrongKeysException if it cannot be read, has no key, or one is malformed, too short or
   *     published
   */
  public static KeyFile open(Path file, boolean published) throws WrongKeysException {
    return new KeyFile(file, published);
  }

  /** The keys that were last read. */
  @Override
  public KeyRing get() {
    return current.keys();
  }

  /** Reads the file again; to be called every few seconds. */
  public synchronized void reload() {
    try {
      Contents now = read();
      if (!now.text().equals(current.text())) {
        current = now;
        log.info("snapshot keys have changed and were reloaded: {}", now.keys().kids());
      }
      complaint = "";
    } catch (WrongKeysException e) {
      String text = String.valueOf(e.getMessage());
      if (!text.equals(complaint)) {
        complaint = text;
        log.warn("cannot use the changed snapshot keys, keeping the previous ones: {}", text);
      }
    }
  }

  private Contents read() throws WrongKeysException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      List<String> lines =
          text.lines().filter(line -> !line.stripLeading().startsWith(COMMENT)).toList();
      return new Contents(text, KeyText.ring(lines, published, KeyText::keyWithLimits));
    } catch (IOException e) {
      throw new WrongKeysException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
