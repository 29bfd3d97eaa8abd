package dev.poscart.web.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificate and private key from their files and checks that they belong together. */
final class Identity {

  /** The key store never leaves memory, but its format requires a password. */
  static final String PASSWORD = "in-memory";

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final String CHAIN =
      "a PEM file with an RSA or EC certificate, followed by its intermediate certificates";
  private static final String OWN_KEY =
      "a PEM file with the private key of the certificate, PKCS #8, unencrypted";

  private Identity() {}

  /**
   * Reads and checks both files.
   *
   * @throws WrongTlsFileException if one of them is unreadable or invalid
   */
  static KeyStore read(TlsFiles files) {
    Certificate[] chain = chain(files);
    PrivateKey key = key(files, chain[0].getPublicKey());
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("port", key, PASSWORD.toCharArray(), chain);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw WrongTlsFileException.certificate(files, CHAIN, e);
    }
  }

  private static Certificate[] chain(TlsFiles files) {
    try {
      byte[] pem = Files.readAllBytes(files.certificateFile());
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw new GeneralSecurityException("no certificate");
      }
      signature(chain[0].getPublicKey());
      return chain;
    } catch (IOException | GeneralSecurityException e) {
      throw WrongTlsFileException.certificate(files, CHAIN, e);
    }
  }

  private static PrivateKey key(TlsFiles files, PublicKey certified) {
    try {
      Matcher pem = KEY.matcher(Files.readString(files.keyFile(), StandardCharsets.ISO_8859_1));
      if (!pem.find()) {
        throw new GeneralSecurityException("no PKCS #8 key");
      }
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      PrivateKey key =
          KeyFactory.getInstance(certified.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      checkPair(key, certified);
      return key;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw WrongTlsFileException.key(files, OWN_KEY, e);
    }
  }

  /** Otherwise a key of another certificate would go unnoticed until a client connects. */
  private static void checkPair(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    byte[] anything = PASSWORD.getBytes(StandardCharsets.US_ASCII);
    Signature signature = signature(certified);
    signature.initSign(key);
    signature.update(anything);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(anything);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("key of another certificate");
    }
  }

  private static Signature signature(PublicKey key) throws GeneralSecurityException {
    return switch (key.getAlgorithm()) {
      case "RSA" -> Signature.getInstance("SHA256withRSA");
      case "EC" -> Signature.getInstance("SHA256withECDSA");
      default -> throw new GeneralSecurityException("neither RSA nor EC");
    };
  }
}
