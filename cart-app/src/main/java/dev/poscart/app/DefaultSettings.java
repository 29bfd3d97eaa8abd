package dev.poscart.app;

import dev.poscart.domain.model.Setting;
import dev.poscart.domain.port.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adds the operator's defaults to the settings of each tenant. A tenant's own value takes
 * precedence.
 */
final class DefaultSettings implements Settings {

  private final Settings settings;
  private final List<Setting> defaults;
  private final Map<String, Completed> completed = new ConcurrentHashMap<>();

  DefaultSettings(Settings settings, List<Setting> defaults) {
    this.settings = settings;
    this.defaults = List.copyOf(defaults);
  }

  private record Completed(List<Setting> own, List<Setting> all) {}

  @Override
  public CompletionStage<List<Setting>> ofTenant(String tenantId) {
    return defaults.isEmpty()
        ? settings.ofTenant(tenantId)
        : settings.ofTenant(tenantId).thenApply(own -> remembered(tenantId, own));
  }

  /**
   * Returns the same list instance for equal settings, so that readers can tell by identity that
   * nothing has changed.
   */
  private List<Setting> remembered(String tenantId, List<Setting> own) {
    return completed
        .compute(
            tenantId,
            (id, before) ->
                before != null && before.own().equals(own)
                    ? before
                    : new Completed(own, complete(own)))
        .all();
  }

  private List<Setting> complete(List<Setting> own) {
    List<Setting> all = new ArrayList<>();
    for (Setting setting : own) {
      all.add(
          setting.defaultValue().isPresent()
              ? setting
              : new Setting(setting.name(), defaultOf(setting.name()), setting.values()));
    }
    for (Setting setting : defaults) {
      if (own.stream().noneMatch(known -> known.name().equals(setting.name()))) {
        all.add(setting);
      }
    }
    return List.copyOf(all);
  }

  private Optional<String> defaultOf(String name) {
    return defaults.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .flatMap(Setting::defaultValue);
  }
}
