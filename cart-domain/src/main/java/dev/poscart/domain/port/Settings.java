package dev.poscart.domain.port;

import dev.poscart.domain.model.Setting;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Provides the settings of the tenants. */
public interface Settings {

  CompletionStage<List<Setting>> ofTenant(String tenantId);
}
