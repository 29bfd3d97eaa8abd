package dev.poscart.adapters.grpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files at startup and again when they change. While the files are missing or incomplete, the
 * previous contents stay in use, and each check tries again.
 */
final class FileWatch {

  /** Reads the files and applies their contents. */
  @FunctionalInterface
  interface Reading {
    void read() throws IOException, GeneralSecurityException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

  private final List<Path> files;
  private final Reading reading;
  private String stamp = "";

  private FileWatch(List<Path> files, Reading reading) {
    this.files = files;
    this.reading = reading;
  }

  /**
   * Reads the files and starts watching them.
   *
   * @throws IllegalStateException if the files cannot be read
   */
  static void start(
      List<Path> files, Duration lookEvery, ScheduledExecutorService timer, Reading reading) {
    FileWatch watch = new FileWatch(files, reading);
    try {
      watch.look();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot read " + files, e);
    }
    long nanos = lookEvery.toNanos();
    var unused = timer.scheduleWithFixedDelay(watch::lookAgain, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private void lookAgain() {
    try {
      if (look()) {
        LOG.info("reloaded after a change: {}", files);
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      LOG.warn("cannot reload, keeping the previous contents: {}", files, e);
    }
  }

  private boolean look() throws IOException, GeneralSecurityException {
    List<String> marks = new ArrayList<>();
    for (Path file : files) {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      marks.add(
          attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey());
    }
    String now = String.join(" ", marks);
    if (now.equals(stamp)) {
      return false;
    }
    reading.read();
    stamp = now;
    return true;
  }
}
