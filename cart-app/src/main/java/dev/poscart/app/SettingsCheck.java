package dev.poscart.app;

import dev.poscart.domain.model.Setting;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.usecase.settings.ReceiptSettingsReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns once about each tenant setting that is invalid and replaced by its default. */
final class SettingsCheck implements Settings {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

  private final Settings settings;
  private final Map<String, List<Setting>> checked = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  SettingsCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public CompletionStage<List<Setting>> ofTenant(String tenantId) {
    return settings
        .ofTenant(tenantId)
        .thenApply(
            all -> {
              check(tenantId, all);
              return all;
            });
  }

  /** Many requests return the same list instance; only a new one is checked. */
  @SuppressWarnings("ReferenceEquality")
  private void check(String tenantId, List<Setting> all) {
    if (checked.put(tenantId, all) != all) {
      for (String complaint : ReceiptSettingsReader.complaints(all)) {
        if (told.add(tenantId + " " + complaint)) {
          LOG.warn("setting of tenant {}: {}", tenantId, complaint);
        }
      }
    }
  }
}
