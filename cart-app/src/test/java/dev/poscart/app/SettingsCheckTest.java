package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {

  private final LogLines log = LogLines.of(SettingsCheck.class, Level.WARN);

  @AfterEach
  void leave() {
    log.close();
  }

  @Test
  void d35_invalidSetting_isLoggedOncePerTenant_howeverOftenItIsRead() {
    SettingsCheck settings =
        new SettingsCheck(
            tenantId ->
                CompletableFuture.completedFuture(
                    List.of(new Setting("RECEIPT_NO_START_VALUE", Optional.of("abc"), List.of()))));
    for (int i = 0; i < 3; i++) {
      assertThat(settings.ofTenant("T1").toCompletableFuture().join()).hasSize(1);
    }
    assertThat(settings.ofTenant("T2").toCompletableFuture().join()).hasSize(1);

    assertThat(log.all()).containsExactly(warning("T1"), warning("T2"));
  }

  private static String warning(String tenantId) {
    return "WARN setting of tenant "
        + tenantId
        + ": RECEIPT_NO_START_VALUE: 'abc' (expected: 0..999999999); using 111111 instead";
  }
}
