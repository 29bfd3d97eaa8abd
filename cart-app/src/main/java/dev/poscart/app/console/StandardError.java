package dev.poscart.app.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells whether a person reads standard error. */
public final class StandardError {

  /** Java does not tell; Linux does. */
  private static final Path DEVICE = Path.of("/proc/self/fd/2");

  private StandardError() {}

  /** Whether it is a terminal that can overwrite a line; false where that is not known. */
  public static boolean isTerminal(Map<String, String> environment) {
    return !environment.getOrDefault("TERM", "").equals("dumb") && isTerminal();
  }

  private static boolean isTerminal() {
    try {
      String device = Files.readSymbolicLink(DEVICE).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
