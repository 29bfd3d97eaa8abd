package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image that the profile {@code image} makes. Its layers are unpacked into a folder, and its
 * command runs from there with the Java of the test in place of the one of the base.
 */
@EnabledIfSystemProperty(named = "poscart.image", matches = ".+")
class ImageIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;

  private Path root;
  private JsonNode config;

  @BeforeEach
  void unpack() throws Exception {
    Path image = Files.createDirectory(folder.resolve("image"));
    unpack(Path.of(System.getProperty("poscart.image")), image);
    JsonNode manifest = JSON.readTree(image.resolve("manifest.json").toFile()).get(0);
    config =
        JSON.readTree(image.resolve(manifest.get("Config").textValue()).toFile()).get("config");
    root = Files.createDirectory(folder.resolve("root"));
    for (String layer : texts(manifest.get("Layers"))) {
      unpack(image.resolve(layer), root);
    }
  }

  @Test
  void image_runsAsAUserOfItsOwn_withItsDataInAVolume() throws IOException {
    assertThat(config.get("User").textValue()).isEqualTo("10001:10001");
    assertThat(config.get("ExposedPorts").has("8003/tcp")).isTrue();
    assertThat(config.get("Volumes").has("/var/lib/poscart")).isTrue();
    assertThat(texts(config.get("Env")))
        .contains("DATA_DIR=/var/lib/poscart", "HOST=0.0.0.0", "PORT=8003");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("var/lib/poscart"))))
        .isEqualTo("rwxrwxrwx");
  }

  @Test
  void command_servesAndSells_andEndsOnSigterm() throws Exception {
    List<String> command = new ArrayList<>();
    for (String word : texts(config.get("Entrypoint"))) {
      command.add(word.equals("java") ? JAVA.toString() : here(word));
    }
    try (Packaged service = Packaged.start(command, folder.resolve("data"), Map.of())) {
      assertThat(service.sale().at("/data/transactionNo").intValue()).isEqualTo(1);
      assertThat(service.stop()).isZero();
    }
  }

  /** A word of the command with paths in the folder. The class path may be in a file. */
  private String here(String word) throws IOException {
    String text = word.startsWith("@") ? Files.readString(Path.of(root + word.substring(1))) : word;
    return text.replace("/app/", root + "/app/");
  }

  private static void unpack(Path archive, Path to) throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-xpf", archive.toString(), "-C", to.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tar.waitFor()).as(said).isZero();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
