package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a clerk does beside the sale: parked sales, voids, returns, explanations. */
class RegisterOfficeTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";

  @Test
  void sale_parkedHere_isRetrievedAtASecondWindow() throws Exception {
    Register here = register(TILL);
    here.scanned(RICE_BALL, RICE_BALL).click("#park").shows("#notice", "保留しました");
    assertThat(here.count(".line")).isZero();

    Register there = browser().window(port(), OTHER_TILL, keyOf(OTHER_TILL)).ready();
    there.press(Keys.F7).awaits("[data-retrieve]").click("[data-retrieve]");
    there.shows("#total", "320").click("#pay").click("[data-cash='320']").shows("#change", "0");
    assertThat(here.front().text("header .till")).contains("レジ 1");
    assertClean();
  }

  /** Three rice balls at the store's 150, 81 off the sale: 369. Two are worth 246, one 123. */
  @Test
  void twoOfThree_areReturned_thenTheReturnIsVoided() throws Exception {
    Register till = register(TILL_OF_OTHER_STORE);
    till.scanned("3*" + RICE_BALL);
    till.press(Keys.F4).enter("#entry", "81").shows("#due", "369");
    till.click("[data-cash='369']").awaits("#next").press(Keys.F8).awaits("[data-receipt]");
    till.click("[data-receipt]").shows("#paper", "再 発 行");
    till.click("#return").awaits("[data-more='1']");
    till.click("[data-more='1']").shows("#refund", "123");
    till.click("[data-more='1']").shows("#refund", "246");
    till.click("#confirm-return").shows("#notice", "返品しました");
    assertThat(till.text("#paper")).contains("返品").doesNotContain("再 発 行");
    assertThat(till.texts("[data-receipt] .amount")).containsExactly("-246", "369");

    till.click("#void").shows("#notice", "取り消しました");
    assertThat(till.texts("[data-receipt] .amount")).containsExactly("-246", "-246", "369");
    assertThat(till.texts("[data-receipt] .mark")).containsExactly("取消済");
    till.click("li:nth-child(3) [data-receipt]").click("#void");
    till.await("the second mark", page -> page.count("[data-receipt] .mark") == 2);
    assertThat(till.texts("[data-receipt] .mark")).containsOnly("取消済");
    assertClean();
  }

  @Test
  void secondWindowOfATill_standsStill_untilItTakesTheTillOver() throws Exception {
    Register here = register(TILL);
    here.scanned(RICE_BALL);
    Register there = browser().window(port(), TILL, keyOf(TILL)).awaits("#take-over");
    there.click("#take-over").shows("#total", "160");
    here.front().awaits("#take-over");
    there.front().scanned(RICE_BALL).shows("#total", "320");
    assertClean();
  }

  @Test
  void amounts_areExplained() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL).click(".actions button:nth-child(3)");
    till.shows(".explain", "160 * 8 / (100 + 8)");
    assertClean();
  }

  @Test
  void wrongKey_isToldInWords() throws Exception {
    Register till = browser().register(port(), TILL, "not-the-key");
    till.scan(RICE_BALL).shows(".failed .reason", "端末の鍵が受け付けられません");
  }
}
