package dev.poscart.app;

import dev.poscart.domain.model.Setting;
import dev.poscart.domain.port.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants' settings, with what the operator says standing last behind each of them. */
final class StandardSettings implements Settings {

  private final Settings settings;
  private final List<Setting> standard;
  private final Map<String, Completed> completed = new ConcurrentHashMap<>();

  StandardSettings(Settings settings, List<Setting> standard) {
    this.settings = settings;
    this.standard = List.copyOf(standard);
  }

  private record Completed(List<Setting> own, List<Setting> all) {}

  @Override
  public CompletionStage<List<Setting>> ofTenant(String tenantId) {
    return standard.isEmpty()
        ? settings.ofTenant(tenantId)
        : settings.ofTenant(tenantId).thenApply(own -> remembered(tenantId, own));
  }

  /**
   * Equal settings give the same list again, by which the reader knows that nothing has changed.
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
              : new Setting(setting.name(), standardOf(setting.name()), setting.values()));
    }
    for (Setting setting : standard) {
      if (own.stream().noneMatch(known -> known.name().equals(setting.name()))) {
        all.add(setting);
      }
    }
    return List.copyOf(all);
  }

  private Optional<String> standardOf(String name) {
    return standard.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .flatMap(Setting::defaultValue);
  }
}
