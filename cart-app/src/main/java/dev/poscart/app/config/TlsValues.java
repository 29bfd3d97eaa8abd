package dev.poscart.app.config;

import dev.poscart.web.tls.TlsFiles;
import dev.poscart.web.tls.WrongTlsFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The settings by which callers come with TLS. */
final class TlsValues {

  private TlsValues() {}

  /** Looks into the files too, so that a wrong one stops the start before anything is opened. */
  static Optional<TlsFiles> read(Values values) {
    Optional<Path> certificate = values.file(Variable.HTTP_TLS_CERT_FILE);
    Optional<Path> key = values.file(Variable.HTTP_TLS_KEY_FILE);
    if (certificate.isPresent() && key.isEmpty()) {
      throw values.wrong(Variable.HTTP_TLS_KEY_FILE, "given together with HTTP_TLS_CERT_FILE");
    }
    if (certificate.isEmpty() && key.isPresent()) {
      throw values.wrong(Variable.HTTP_TLS_CERT_FILE, "given together with HTTP_TLS_KEY_FILE");
    }
    Optional<TlsFiles> files = certificate.map(chain -> new TlsFiles(chain, key.orElseThrow()));
    files.ifPresent(each -> check(each, values));
    return files;
  }

  private static void check(TlsFiles files, Values values) {
    try {
      files.check();
    } catch (WrongTlsFileException e) {
      throw values.wrong(
          e.key() ? Variable.HTTP_TLS_KEY_FILE : Variable.HTTP_TLS_CERT_FILE, e.expected());
    }
  }
}
