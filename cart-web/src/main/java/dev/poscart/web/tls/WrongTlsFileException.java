package dev.poscart.web.tls;

import java.io.Serial;
import java.nio.file.Path;

/** A file is missing or is not what it should be. */
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

  /** Whether it is the key's file, else the certificate's. */
  public boolean key() {
    return key;
  }

  /** What should be in the file. */
  public String expected() {
    return expected;
  }
}
