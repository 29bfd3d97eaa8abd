package dev.poscart.web.tls;

import java.nio.file.Path;
import java.time.Duration;

/**
 * By what the port proves who it is. The files are read again when they change.
 *
 * @param certificateFile PEM: the port's certificate first, then those that lead to its authority
 * @param keyFile PEM: the certificate's private key, PKCS #8, not encrypted, RSA or EC
 * @param lookEvery how often the files are looked at for changes
 */
public record TlsFiles(Path certificateFile, Path keyFile, Duration lookEvery) {

  /** Validates. */
  public TlsFiles {
    if (lookEvery.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException("lookEvery: " + lookEvery + " (expected: >= 10 ms)");
    }
  }

  /** Files that are looked at every ten seconds. */
  public TlsFiles(Path certificateFile, Path keyFile) {
    this(certificateFile, keyFile, Duration.ofSeconds(10));
  }

  /**
   * Reads the files as a start would.
   *
   * @throws WrongTlsFileException if one of them is not what it should be
   */
  public void check() {
    Identity.read(this);
  }
}
