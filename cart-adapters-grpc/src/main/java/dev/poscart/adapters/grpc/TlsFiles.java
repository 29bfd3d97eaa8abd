package dev.poscart.adapters.grpc;

import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** Certificates and keys from PEM files. Each handshake uses their current contents. */
final class TlsFiles {

  private TlsFiles() {}

  static TrustManager trust(Path file, Duration lookEvery, ScheduledExecutorService timer) {
    try {
      AdvancedTlsX509TrustManager manager = AdvancedTlsX509TrustManager.newBuilder().build();
      FileWatch.start(
          List.of(file), lookEvery, timer, () -> manager.updateTrustCredentials(file.toFile()));
      return manager;
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyManager identity(
      Path chain, Path key, Duration lookEvery, ScheduledExecutorService timer) {
    AdvancedTlsX509KeyManager manager = new AdvancedTlsX509KeyManager();
    FileWatch.start(
        List.of(chain, key),
        lookEvery,
        timer,
        () -> manager.updateIdentityCredentials(chain.toFile(), key.toFile()));
    return manager;
  }
}
