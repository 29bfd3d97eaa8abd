package dev.poscart.app.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a file read-only, even for root if the file system supports that. */
final class ReadOnly {

  private ReadOnly() {}

  /** Whether that succeeded. */
  static boolean set(Path file) throws IOException, InterruptedException {
    if (file.toFile().setWritable(false) && !Files.isWritable(file)) {
      return true;
    }
    return run("+i", file);
  }

  static void lift(Path file) throws IOException, InterruptedException {
    run("-i", file);
    if (!file.toFile().setWritable(true)) {
      throw new AssertionError(file + " cannot be made writable again");
    }
  }

  private static boolean run(String change, Path file) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder("chattr", change, file.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
