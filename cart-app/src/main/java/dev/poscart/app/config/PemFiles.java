package dev.poscart.app.config;

import dev.poscart.web.tls.TlsFiles;
import dev.poscart.web.tls.WrongTlsFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/**
 * Checks PEM files while the configuration is read, so that a bad file stops the start before
 * anything is opened.
 */
final class PemFiles {

  private PemFiles() {}

  /** A certificate and its private key; either both are configured or neither. */
  static Optional<TlsFiles> identity(VariableReader variables, Variable certificate, Variable key) {
    Optional<Path> chain = variables.file(certificate);
    Optional<Path> own = variables.file(key);
    if (chain.isPresent() && own.isEmpty()) {
      throw variables.wrong(key, "set together with " + certificate);
    }
    if (chain.isEmpty() && own.isPresent()) {
      throw variables.wrong(certificate, "set together with " + key);
    }
    Optional<TlsFiles> files = chain.map(given -> new TlsFiles(given, own.orElseThrow()));
    try {
      files.ifPresent(TlsFiles::check);
      return files;
    } catch (WrongTlsFileException e) {
      throw variables.wrong(e.key() ? key : certificate, e.expected());
    }
  }

  /** A file with certificates to trust. */
  static Optional<Path> authorities(VariableReader variables, Variable variable) {
    Optional<Path> file = variables.file(variable);
    if (file.isPresent() && !holdsCertificates(file.get())) {
      throw variables.wrong(variable, "a PEM file with CA certificates");
    }
    return file;
  }

  private static boolean holdsCertificates(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty();
    } catch (IOException | CertificateException e) {
      return false;
    }
  }
}
