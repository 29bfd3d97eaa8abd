package dev.poscart.web.tls;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The certificate and private key of the HTTPS port. The files are read again when they change.
 *
 * @param certificateFile PEM: the server certificate, followed by its intermediate certificates
 * @param keyFile PEM: the private key of the certificate, PKCS #8, unencrypted, RSA or EC
 * @param lookEvery time between checks for changes
 */
public record TlsFiles(Path certificateFile, Path keyFile, Duration lookEvery) {

  public TlsFiles {
    if (lookEvery.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException("lookEvery: " + lookEvery + " (expected: >= 10 ms)");
    }
  }

  /** Files that are checked for changes every ten seconds. */
  public TlsFiles(Path certificateFile, Path keyFile) {
    this(certificateFile, keyFile, Duration.ofSeconds(10));
  }

  /**
   * Reads the files and discards the result.
   *
   * @throws WrongTlsFileException if one of them is unreadable or invalid
   */
  public void check() {
    Identity.read(this);
  }
}
