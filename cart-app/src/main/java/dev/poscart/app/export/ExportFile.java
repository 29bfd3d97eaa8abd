package dev.poscart.app.export;

import dev.poscart.app.config.ConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * A file that appears when the export is complete. Until then {@code FILE.part} has what was
 * written, and {@code FILE.state} how much of it counts: what a kill has left behind the last
 * checkpoint is cut off when the export is resumed.
 */
final class ExportFile implements ExportTarget {

  private static final String FINGERPRINT = "export";
  private static final String BYTES = "bytes";

  private final Path target;
  private final Path part;
  private final Path state;
  private final String fingerprint;
  private final boolean resume;
  private final FileChannel channel;

  private ExportFile(Path target, String fingerprint, boolean resume, FileChannel channel) {
    this.target = target;
    this.part = beside(target, ".part");
    this.state = beside(target, ".state");
    this.fingerprint = fingerprint;
    this.resume = resume;
    this.channel = channel;
  }

  /**
   * Opens the file.
   *
   * @param fingerprint identifies what is exported
   * @param resume whether to go on with what an interrupted export has left, if anything
   * @throws ConfigurationException if the file, or one of an interrupted export, is in the way
   */
  static ExportFile open(Path target, String fingerprint, boolean resume) throws IOException {
    if (Files.exists(target)) {
      throw ConfigurationException.wrongValue(
          "--to", target.toString(), "a file that does not exist yet");
    }
    Path part = beside(target, ".part");
    if (Files.exists(part) && !resume) {
      throw ConfigurationException.wrongValue(
          "--to",
          target.toString(),
          "no " + part.getFileName() + " of an interrupted export; add --resume, or delete it");
    }
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw ConfigurationException.wrongValue(
          "--to", target.toString(), "a file that no other export is writing");
    }
    return new ExportFile(target, fingerprint, resume, channel);
  }

  @Override
  public ExportState begin() throws IOException {
    if (!resume || !Files.exists(state)) {
      channel.truncate(0);
      return ExportState.BEGINNING;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(state)) {
      properties.load(in);
    }
    if (!properties.getProperty(FINGERPRINT, "").equals(fingerprint)) {
      throw ConfigurationException.wrongValue(
          "--resume", fingerprint, "the options of the interrupted export of " + target);
    }
    channel.truncate(Long.parseLong(properties.getProperty(BYTES, "")));
    channel.position(channel.size());
    return ExportState.of(properties);
  }

  @Override
  public void write(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void checkpoint(ExportState reached) throws IOException {
    channel.force(false);
    Properties properties = new Properties();
    properties.setProperty(FINGERPRINT, fingerprint);
    properties.setProperty(BYTES, String.valueOf(channel.position()));
    reached.put(properties);
    Path next = beside(target, ".state.next");
    try (Writer out = Files.newBufferedWriter(next)) {
      properties.store(out, null);
    }
    Files.move(next, state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void finish() throws IOException {
    channel.force(true);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(state);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Path beside(Path target, String ending) {
    return target.resolveSibling(target.getFileName() + ending);
  }
}
