package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.ServiceProcess;
import dev.poscart.app.TestTill;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

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
  void paymentThatIsNotConfirmed_isWaitedFor_andItsChangeIsShown() throws Exception {
    ServiceProcess service = start();
    try (LossyProxy line = new LossyProxy(service.port(), "/payments")) {
      Register till = browser().register(line.port(), TILL, keyOf(TILL));
      till.scanned(RICE_BALL).click("#pay").awaits("[data-cash='200']");
      line.loseTheNextAnswer(service::abandon);
      till.click("[data-cash='200']").shows("#pending", "入金: まだ確認できていません");
      till.press(Keys.ESCAPE).shows("#notice", "入金がまだ確認できていません");
      till.press(RICE_BALL + "\n").shows("#notice", "入金がまだ確認できていません");

      service = start();
      line.connectTo(service.port());
      till.shows("#change", "40");
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

  @Test
  void itemMasterAway_isToldInWords_andTheScanCanBeTriedAgain() throws Exception {
    List<String> options = new ArrayList<>(BrowserExtension.demo(folder));
    // Nothing listens there.
    options.addAll(List.of("--master-data-grpc-url", "127.0.0.1:1"));
    ServiceProcess service = ServiceProcess.start(options);
    try {
      Register till = browser().register(service.port(), TILL, keyOf(TILL));
      till.scan(RICE_BALL).shows(".failed .reason", "商品マスタが応答しません。登録されていません。");
      till.shows(".notices", "新しい商品は照会できません").shows("header", "商品マスタ 停止");
      till.click(".failed button:nth-child(1)").awaits(".failed");
      assertThat(till.waitingChanges()).isZero();
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
