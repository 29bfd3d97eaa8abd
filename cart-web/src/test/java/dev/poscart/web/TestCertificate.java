package dev.poscart.web;

import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates of this machine, made by the keytool of the running JDK. */
public final class TestCertificate {

  private static final String WORD = "password";

  private TestCertificate() {}

  /**
   * A new certificate with its key, as PEM files.
   *
   * @param algorithm RSA or EC
   */
  public static TlsFiles make(Path folder, String algorithm) {
    try {
      Path store = folder.resolve("made.p12");
      Files.deleteIfExists(store);
      runKeytool(store, algorithm);
      KeyStore made = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        made.load(in, WORD.toCharArray());
      }
      write(folder.resolve("cert.pem"), "CERTIFICATE", made.getCertificate("port").getEncoded());
      write(
          folder.resolve("key.pem"),
          "PRIVATE KEY",
          made.getKey("port", WORD.toCharArray()).getEncoded());
      return new TlsFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** An SSL context that trusts only this certificate. */
  public static SSLContext trusting(TlsFiles files) {
    try (InputStream in = Files.newInputStream(files.certificateFile())) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "port", CertificateFactory.getInstance("X.509").generateCertificate(in));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static TlsFiles lookedAtOften(TlsFiles files) {
    return new TlsFiles(files.certificateFile(), files.keyFile(), Duration.ofMillis(20));
  }

  private static void runKeytool(Path store, String algorithm) throws IOException {
    Process process = keytool(store, algorithm).start();
    try {
      if (process.waitFor() != 0) {
        throw new AssertionError("keytool ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static ProcessBuilder keytool(Path store, String algorithm) {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "port",
            "-keyalg",
            algorithm,
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            WORD,
            "-keystore",
            store.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n");
  }
}
