package dev.poscart.app.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.port.TenantReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items on their way from a file into a store profile.
 *
 * @param mistakes one message for each bad item
 * @param added number of good items that the profile did not have
 * @param replaced number of good items that the profile had
 */
public record ItemImport(ProfileFile result, List<String> mistakes, int added, int replaced) {

  private static final String CODE = "itemCode";

  public ItemImport {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads the items and merges the good ones into the profile in memory.
   *
   * @param tenantId empty: the only tenant of the profile
   * @throws ConfigurationException if a file cannot be read, or the profile has no such tenant
   */
  public static ItemImport prepare(
      Path items, Path profile, Optional<String> tenantId, StoreProfileReader reader) {
    ProfileFile file = ProfileFile.open(profile, reader);
    ObjectNode tenant = file.tenant(tenantId);
    TaxTable taxes = taxes(file, tenant.path("tenantId").asText());
    Map<String, JsonNode> all = new LinkedHashMap<>();
    tenant.path("items").forEach(item -> all.put(item.path(CODE).asText(), item));
    List<String> mistakes = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    int replaced = 0;
    for (ItemSource.Found found : ItemSource.read(items)) {
      Optional<String> mistake = mistake(found, taxes, lines, reader);
      if (mistake.isPresent()) {
        mistakes.add("%s, line %d: %s".formatted(items, found.line(), mistake.get()));
      } else if (all.put(found.item().path(CODE).asText(), found.item()) != null) {
        replaced++;
      }
    }
    ArrayNode merged = tenant.putArray("items");
    all.values().forEach(merged::add);
    return new ItemImport(file, mistakes, lines.size() - replaced, replaced);
  }

  private static TaxTable taxes(ProfileFile file, String tenantId) {
    return file.profile().tenants().stream()
        .filter(tenant -> tenant.tenantId().equals(tenantId))
        .findFirst()
        .flatMap(TenantReference::taxes)
        .orElse(TaxTable.DEFAULT);
  }

  /**
   * What is wrong with an item, if anything.
   *
   * @param lines the lines of the good items so far, by their codes; a good one is added
   */
  private static Optional<String> mistake(
      ItemSource.Found found, TaxTable taxes, Map<String, Long> lines, StoreProfileReader reader) {
    Optional<String> wrong = reader.mistake(found.item());
    if (wrong.isPresent()) {
      return wrong;
    }
    String code = found.item().path(CODE).asText();
    String tax = found.item().path("taxCode").asText();
    if (taxes.find(tax).isEmpty()) {
      return Optional.of("taxCode: '" + tax + "' (expected: a tax code of the store profile)");
    }
    Long earlier = lines.putIfAbsent(code, found.line());
    return Optional.ofNullable(earlier)
        .map(line -> "itemCode: '" + code + "' (expected: once, but line " + line + " has it)");
  }
}
