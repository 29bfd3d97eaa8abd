package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * TLS and authentication of the channel. Secrets stay in their files; when a file changes, it is
 * read again for later connections and calls.
 *
 * @param tls false for plaintext
 * @param trustedCertificates PEM file of the certificate authorities to trust; empty: those of the
 *     Java runtime
 * @param certificateChain PEM file of the client certificate, for servers that require one
 * @param privateKey PEM file (PKCS #8) of the client certificate's private key
 * @param bearerToken file with a token to send with each call
 * @param lookEvery time between checks of the files for changes
 */
public record ChannelSecurity(
    boolean tls,
    Optional<Path> trustedCertificates,
    Optional<Path> certificateChain,
    Optional<Path> privateKey,
    Optional<Path> bearerToken,
    Duration lookEvery) {

  public ChannelSecurity {
    if (certificateChain.isPresent() != privateKey.isPresent()) {
      throw new IllegalArgumentException(
          "privateKey: " + privateKey + " (expected: present together with certificateChain)");
    }
    if (!tls && (trustedCertificates.isPresent() || certificateChain.isPresent())) {
      throw new IllegalArgumentException("tls: false (expected: true with certificates)");
    }
    ConfigChecks.requireInRange("lookEvery", lookEvery, Duration.ofMillis(10), Duration.ofDays(1));
  }

  /** No encryption, no token: for a single machine or an isolated network. */
  public static ChannelSecurity plaintext() {
    return new ChannelSecurity(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10));
  }
}
