package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.poscart.domain.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SettingsCheckTest {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SettingsCheck.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  @Test
  void d35_nonsense_isToldOncePerTenant_howeverOftenItIsRead() {
    SettingsCheck settings =
        new SettingsCheck(
            tenantId ->
                CompletableFuture.completedFuture(
                    List.of(new Setting("RECEIPT_NO_START_VALUE", Optional.of("abc"), List.of()))));
    for (int i = 0; i < 3; i++) {
      assertThat(settings.ofTenant("T1").toCompletableFuture().join()).hasSize(1);
    }
    assertThat(settings.ofTenant("T2").toCompletableFuture().join()).hasSize(1);

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(warning("T1"), warning("T2"));
  }

  private static String warning(String tenantId) {
    return "setting of tenant "
        + tenantId
        + ": RECEIPT_NO_START_VALUE: 'abc' (expected: 0..999999999); using 111111 instead";
  }
}
