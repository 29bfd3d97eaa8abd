package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.ServiceProcess;
import dev.poscart.app.itemmaster.HangingItemMaster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The page for the person on duty, while a small load runs and parts go down under it. */
class OpsTest extends BrowserTest {

  private static final String KEY = "key-of-the-person-on-duty";
  private static final String NOWHERE = "127.0.0.1:1";

  @TempDir Path folder;

  private final Accessibility accessibility = new Accessibility();
  private Optional<ServiceProcess> service = Optional.empty();

  @AfterEach
  void end() {
    service.ifPresent(ServiceProcess::abandon);
    assertThat(accessibility.problems()).isEmpty();
  }

  @Test
  void masterDiesUnderLoad_thenTheService_andThePageSaysSo() throws Exception {
    HangingItemMaster master = new HangingItemMaster(0);
    try (LossyProxy line = new LossyProxy(start(master.target()), "/none")) {
      Register page = open(line.port());
      page.shows("#verdict", "すべて正常です").shows("[data-tile=master]", "接続済み");
      Load load = new Load(line.port(), TILL, keyOf(TILL));
      page.shows("[data-table=requests]", "/bill").awaits("[data-plot=process] canvas");
      accessibility.checkSchemes(page, "all is well");

      master.close();
      page.shows("[data-concern=masterAway]", "新しい商品は登録できません");
      page.shows("[data-tile=master]", "接続失敗").shows("[data-table=changes]", "接続失敗");
      page.awaits("[data-strip=master] .ill");
      page.await("a request id", each -> !String.join("", each.texts("td.id")).isBlank());
      accessibility.check(page, "master away");

      long samples = samples(page);
      service.orElseThrow().abandon();
      page.shows("[data-concern=serviceAway]", "サービスが応答しません");
      line.connectTo(start(NOWHERE));
      page.shows("[data-concern=masterAway]", "新しい商品は登録できません");
      page.await("the hour goes on", each -> samples(each) > samples);
      load.close();
    } finally {
      master.close();
    }
    assertClean();
  }

  @Test
  void key_isAskedFor_andKeptForTheWindowOnly() throws Exception {
    int port = start(NOWHERE, "--ops-api-key", KEY);
    Register page = open(port).awaits("form");
    accessibility.check(page, "locked");
    page.enter("[name=key]", "not-the-key-of-anybody").awaits("[role=alert]");
    page.choose("[name=key]", KEY).press(Keys.ENTER).shows("[data-tile=process]", "Java");
    assertThat(page.js("return JSON.stringify(localStorage).includes(arguments[0])", KEY))
        .isEqualTo(false);
    assertClean();
  }

  /** Starts the demo store and answers its port. */
  private int start(String itemMaster, String... more) throws Exception {
    List<String> options = new ArrayList<>(BrowserExtension.demo(folder));
    options.addAll(List.of("--master-data-grpc-url", itemMaster, "--grpc-timeout", "1"));
    options.addAll(List.of(more));
    service = Optional.of(ServiceProcess.start(options));
    return service.orElseThrow().port();
  }

  private Register open(int port) {
    browser().forget(port);
    browser().driver().get("http://127.0.0.1:" + port + "/ops");
    return new Register(browser(), browser().driver().getWindowHandle());
  }

  /** How many samples of the last hour the page has. */
  private static long samples(Register page) {
    return Long.parseLong(
        page.browser()
            .driver()
            .findElement(By.cssSelector("[data-samples]"))
            .getDomAttribute("data-samples"));
  }
}
