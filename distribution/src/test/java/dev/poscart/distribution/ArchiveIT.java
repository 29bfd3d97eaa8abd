package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution archive, unpacked away from the checkout. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ArchiveIT {

  private static final Path ARCHIVE = Path.of(System.getProperty("poscart.archive"));

  private static final String EARLIER_CART = "/carts/fcc3103a-da88-4021-a57f-b4a6e9d0b1ab";

  @TempDir Path folder;

  private Path place;
  private Path home;
  private Path launcher;

  @BeforeEach
  void unpack() throws Exception {
    place = Files.createDirectories(folder.resolve("a place with blanks"));
    assertThat(said("tar", "-xzf", ARCHIVE.toString(), "-C", place.toString())).isEmpty();
    home = place.resolve(ARCHIVE.getFileName().toString().replace(".tar.gz", ""));
    launcher = home.resolve("bin/poscart");
  }

  @Test
  void archive_sellsOnDataOfAnEarlierVersion_andGoesOnAfterAKill() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    storeEarlierData(data.resolve("poscart.db"));
    Map<String, String> settings =
        Map.of("POSCART_CLASS_DATA", Files.createDirectory(folder.resolve("cache")).toString());
    try (Packaged service = Packaged.start(launcher, data, settings)) {
      // The earlier version left behind two sales, and a cart with three pieces.
      assertThat(service.get("/tenants/D0001/stores/0001/terminals/1/transactions").at("/data"))
          .hasSize(2);
      assertThat(service.billed(EARLIER_CART).at("/data/transactionNo").intValue()).isEqualTo(3);
      assertThat(service.sale().at("/data/transactionNo").intValue()).isEqualTo(4);
      service.kill();
    }
    try (Packaged service = Packaged.start(launcher, data, settings)) {
      assertThat(service.sale().at("/data/transactionNo").intValue()).isEqualTo(5);
      assertThat(said(launcher.toString(), "health", "--port", String.valueOf(service.port())))
          .endsWith("/health/ready: ready\n");
      assertThat(service.stop()).isZero();
    }
    checkLog(data);
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      assertThat(files).singleElement().asString().containsPattern("[.](jsa|aot)$");
    }
  }

  private void checkLog(Path data) throws Exception {
    String[] command = {
      launcher.toString(), "verify-log", "--tenant", "D0001", "--data-dir", data.toString()
    };
    assertThat(said(command)).contains("transactions 5, no. 1 to 5;", "faults 0");
  }

  @Test
  void launcher_worksThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("poscart"), launcher);
    String version = ARCHIVE.getFileName().toString().replace(".tar.gz", "").replace('-', ' ');
    assertThat(said(link.toString(), "--version").replace('-', ' ')).contains(version);
  }

  @Test
  void zip_holdsTheSameFiles() throws Exception {
    Path zip = Path.of(ARCHIVE.toString().replace(".tar.gz", ".zip"));
    try (ZipFile zipped = new ZipFile(zip.toFile());
        Stream<Path> unpacked = Files.walk(home)) {
      List<String> names =
          zipped.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName())
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              unpacked
                  .filter(Files::isRegularFile)
                  .map(file -> place.relativize(file).toString())
                  .toList());
    }
    assertThat(home.resolve("conf/poscart.env")).exists();
    assertThat(home.resolve("systemd/poscart.service")).exists();
    assertThat(home.resolve("LICENSE")).exists();
  }

  private static void storeEarlierData(Path file) throws IOException {
    try (InputStream packed =
        Optional.ofNullable(ArchiveIT.class.getResourceAsStream("/poscart-schema-5.db.gz"))
            .orElseThrow()) {
      Files.copy(new GZIPInputStream(packed), file);
    }
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
