package dev.poscart.domain.port;

import dev.poscart.domain.model.Setting;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Knows the tenants' settings. */
public interface Settings {

  CompletionStage<List<Setting>> ofTenant(String tenantId);
}
