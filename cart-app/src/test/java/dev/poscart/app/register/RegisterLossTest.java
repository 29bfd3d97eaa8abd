package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.ServiceProcess;
import dev.poscart.app.TestTill;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed and the page is reloaded at the worst moments; no sale is lost or doubled.
 */
class RegisterLossTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";

  @TempDir Path folder;

  @Test
  void serviceKilledDuringTheBill_makesOneSale() throws Exception {
    ServiceProcess service = start();
    try (LossyProxy line = new LossyProxy(service.port(), "/bill")) {
      Register till = browser().register(line.port(), TILL, keyOf(TILL));
      till.scanned(RICE_BALL).click("#pay").awaits("[data-cash='160']");
      line.loseTheNextAnswer(service::abandon);
      till.click("[data-cash='160']").shows("#pending", "会計: まだ確認できていません");
      assertThat(till.waitingChanges()).isEqualTo(1);

      service = start();
      line.connectTo(service.port());
      till.shows("#change", "0");
      assertThat(till.waitingChanges()).isZero();
      assertThat(sales(service)).isEqualTo(1);
      assertThat(browser().errors()).isEmpty();
    } finally {
      service.abandon();
    }
  }

  @Test
  void pageReloadedWhileNothingAnswers_goesOn() throws Exception {
    ServiceProcess service = start();
    try (LossyProxy line = new LossyProxy(service.port(), "/payments")) {
      Register till = browser().register(line.port(), TILL, keyOf(TILL));
      till.scanned(RICE_BALL).click("#pay").awaits("[data-cash='160']");
      line.loseTheNextAnswer(() -> {});
      till.click("[data-cash='160']");
      till.await("kept", page -> page.waitingChanges() > 0).reload();

      till.shows("#change", "0");
      assertThat(sales(service)).isEqualTo(1);
    } finally {
      service.abandon();
    }
  }

  private ServiceProcess start() throws Exception {
    return ServiceProcess.start(BrowserExtension.demo(folder));
  }

  private static int sales(ServiceProcess service) throws Exception {
    return new TestTill(HttpClient.newHttpClient(), service.port(), TILL, keyOf(TILL))
        .transactions()
        .size();
  }
}
