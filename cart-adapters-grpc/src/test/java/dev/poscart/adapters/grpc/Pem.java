package dev.poscart.adapters.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Certificates that sign themselves, made with the JDK's own tool. */
record Pem(Path certificate, Path key) {

  private static final String SECRET = "changeit";

  static Pem make(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                SECRET,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve(name + ".log")));
    }
    return write(folder, name, store);
  }

  private static Pem write(Path folder, String name, Path store)
      throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, SECRET.toCharArray());
    }
    Pem pem = new Pem(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    Files.writeString(
        pem.certificate, block("CERTIFICATE", keys.getCertificate(name).getEncoded()));
    Files.writeString(
        pem.key, block("PRIVATE KEY", keys.getKey(name, SECRET.toCharArray()).getEncoded()));
    return pem;
  }

  /** Replaces the files by these. */
  void replace(Pem other) throws IOException {
    Files.copy(key, other.key, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(certificate, other.certificate, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String block(String kind, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
