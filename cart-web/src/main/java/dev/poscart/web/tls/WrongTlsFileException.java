package dev.poscart.web.tls;

import java.io.Serial;
import java.nio.file.Path;

/** Thrown when a TLS file is missing or invalid. */
public final class WrongTlsFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean key;
  private final String expected;

  private WrongTlsFileException(
      boolean key, String name, Path file, String expected, Throwable cause) {
    super(name + ": " + file + " (expected: " + expected + ")", cause);
    this.key = key;
    this.expected = expected;
  }

  static WrongTlsFileException certificate(TlsFiles files, String expected, Throwable cause) {
    return new WrongTlsFileException(
        false, "certificateFile", files.certificateFile(), expected, cause);
  }

  static WrongTlsFileException key(TlsFiles files, String expected, Throwable cause) {
    return new WrongTlsFileException(true, "keyFile", files.keyFile(), expected, cause);
  }

  /** Whether the file of the key is wrong; otherwise that of the certificate. */
  public boolean key() {
    return key;
  }

  /** What the file should contain. */
  public String expected() {
    return expected;
  }
}
