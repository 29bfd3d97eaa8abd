package dev.poscart.app.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.TenantReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and validates store profiles. Error messages name the JSON path, the value and what was
 * expected.
 */
public final class StoreProfileReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String today;

  /**
   * Creates a reader.
   *
   * @param today {@code YYYYMMDD}: the business date of terminals for which the profile has none;
   *     it advances with the calendar
   */
  public StoreProfileReader(String today) {
    this.today = today;
  }

  /** Reads the built-in demo store. */
  public StoreProfile readDemo() {
    try (InputStream demo =
        StoreProfileReader.class.getResourceAsStream("/dev/poscart/app/demo-store.json")) {
      if (demo == null) {
        throw new IllegalStateException("the demo store is missing from the jar");
      }
      return read(demo.readAllBytes(), "demo store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a store profile from a file.
   *
   * @throws ConfigurationException if the file cannot be read or is not a valid profile
   */
  public StoreProfile readFile(Path file) {
    try {
      return read(Files.readAllBytes(file), "STORE_PROFILE: '" + file + "'");
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "STORE_PROFILE", file.toString(), "a readable JSON file", e);
    }
  }

  private StoreProfile read(byte[] json, String name) throws IOException {
    try {
      return profile(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          name
              + " (expected: JSON): line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (ConfigurationException e) {
      throw new ConfigurationException(name + ": " + e.getMessage(), e);
    }
  }

  private StoreProfile profile(JsonNode root) {
    List<TenantReference> tenants = new ArrayList<>();
    Map<String, Map<String, CatalogueItem>> items = new HashMap<>();
    Map<StoreKey, Map<String, Money>> storePrices = new HashMap<>();
    DuplicateCheck tenantIds = new DuplicateCheck();
    for (ProfileNode node :
        ProfileNode.object(root, "$", "tenants")
            .list(
                "tenants",
                "tenantId",
                "stores",
                "items",
                "paymentMethods",
                "settings",
                "promotions",
                "taxes")) {
      TenantReader tenant = new TenantReader(node, today);
      tenantIds.add(node.path() + ".tenantId", tenant.tenantId());
      tenants.add(tenant.reference());
      items.put(tenant.tenantId(), tenant.items());
      storePrices.putAll(tenant.storePrices());
    }
    return new StoreProfile(tenants, new Catalogue(items, storePrices));
  }
}
