package dev.poscart.app.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A store profile that is changed as JSON, so that what does not concern the change stays. */
public final class ProfileFile {

  private static final int KEY_BYTES = 24;
  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final Path file;
  private final StoreProfileReader reader;
  private final JsonNode root;
  private final boolean made;

  private ProfileFile(Path file, StoreProfileReader reader, JsonNode root, boolean made) {
    this.file = file;
    this.reader = reader;
    this.root = root;
    this.made = made;
  }

  /**
   * Reads the file, or makes a profile if there is none.
   *
   * @throws ConfigurationException if the file is there but not a valid profile
   */
  static ProfileFile open(Path file, StoreProfileReader reader) {
    boolean made = !Files.exists(file);
    JsonNode root = made ? shopWithoutItems(reader.demoTree()) : reader.tree(file);
    ProfileFile opened = new ProfileFile(file, reader, root, made);
    opened.profile();
    return opened;
  }

  /** Tenant, stores and tills of the demo store, whose keys everybody knows, with other keys. */
  private static JsonNode shopWithoutItems(JsonNode demo) {
    SecureRandom random = new SecureRandom();
    for (JsonNode tenant : demo.path("tenants")) {
      ((ObjectNode) tenant).remove(List.of("items", "categories", "promotions"));
      for (JsonNode store : tenant.path("stores")) {
        ((ObjectNode) store).remove("itemPrices");
        for (JsonNode terminal : store.path("terminals")) {
          byte[] key = new byte[KEY_BYTES];
          random.nextBytes(key);
          ((ObjectNode) terminal).put("apiKey", HexFormat.of().formatHex(key));
        }
      }
    }
    return demo;
  }

  /** Whether the file did not exist. */
  public boolean made() {
    return made;
  }

  /**
   * The profile as the service will read it.
   *
   * @throws ConfigurationException if it is not valid
   */
  StoreProfile profile() {
    return reader.read(root, "STORE_PROFILE: '" + file + "'");
  }

  /**
   * The tenant's part, to be changed.
   *
   * @param tenantId empty: the only one
   * @throws ConfigurationException if there is no such tenant, or more than one
   */
  ObjectNode tenant(Optional<String> tenantId) {
    List<String> known = new ArrayList<>();
    root.path("tenants").forEach(tenant -> known.add(tenant.path("tenantId").asText()));
    if (tenantId.isEmpty() && known.size() != 1) {
      throw ConfigurationException.wrongValue(
          "--tenant", "", "one of the tenants of the store profile: " + String.join(", ", known));
    }
    String wanted = tenantId.orElse(known.get(0));
    if (!known.contains(wanted)) {
      throw ConfigurationException.wrongValue(
          "--tenant", wanted, "a tenant of the store profile: " + String.join(", ", known));
    }
    return (ObjectNode) root.path("tenants").get(known.indexOf(wanted));
  }

  /**
   * Writes the changed profile. The file has the old or the new contents, whatever happens.
   *
   * @throws ConfigurationException if the profile is no longer valid or cannot be written
   */
  public void write() {
    profile();
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, WRITER.writeValueAsString(root) + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "STORE_PROFILE", file.toString(), "a file that can be written", e);
    }
  }
}
