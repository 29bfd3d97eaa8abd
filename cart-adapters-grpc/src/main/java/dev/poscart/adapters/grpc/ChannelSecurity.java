package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is trusted and who we are. Secrets stay in their files; a file that changes is read again and
 * holds for connections and calls from then on.
 *
 * @param tls false for plaintext
 * @param trustedCertificates PEM file of the authorities to trust; empty for the Java platform's
 * @param certificateChain PEM file of our own certificate, for servers that ask for one
 * @param privateKey PEM file (PKCS #8) of the key that belongs to the certificate
 * @param bearerToken file with a token to send with each call
 * @param lookEvery how often the files are looked at for changes
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

  /** No encryption, no token: for one machine or a closed network. */
  public static ChannelSecurity plaintext() {
    return new ChannelSecurity(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10));
  }

  /** Encrypted; the server's certificate is checked against the Java platform's authorities. */
  public static ChannelSecurity encrypted() {
    return new ChannelSecurity(
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(10));
  }

  public ChannelSecurity withTrustedCertificates(Path file) {
    return new ChannelSecurity(
        tls, Optional.of(file), certificateChain, privateKey, bearerToken, lookEvery);
  }

  public ChannelSecurity withIdentity(Path chain, Path key) {
    return new ChannelSecurity(
        tls, trustedCertificates, Optional.of(chain), Optional.of(key), bearerToken, lookEvery);
  }

  public ChannelSecurity withBearerToken(Path file) {
    return new ChannelSecurity(
        tls, trustedCertificates, certificateChain, privateKey, Optional.of(file), lookEvery);
  }

  public ChannelSecurity withLookEvery(Duration interval) {
    return new ChannelSecurity(
        tls, trustedCertificates, certificateChain, privateKey, bearerToken, interval);
  }
}
