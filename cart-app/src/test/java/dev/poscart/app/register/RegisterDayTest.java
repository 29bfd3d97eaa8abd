package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * A day of one till, with the sums of its Z report worked out by hand.
 *
 * <p>Float 30,000 and 5,000 put in. Two rice balls at 160, 10 % off: 288 in cash, of which 21 is
 * tax. A tea for 151 by card, voided. In the drawer: 30,000 + 5,000 + 288 = 35,288.
 */
class RegisterDayTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";
  private static final String TEA = "4902171006767";

  @Test
  void day_isOpened_soldOn_counted_andClosed_andItsZReportAddsUp() throws Exception {
    Register till = register(OTHER_TILL);
    open(till);
    sell(till);
    sellAndVoid(till);

    till.press(Keys.F9).click("#x-report").shows(".slip", "速報");
    assertThat(sums(till)).contains("総売上 1件 320円", "ドロア内現金 ------");

    countDrawer(till);
    till.shows("#counted", "35,288").click("#close-day").click("#yes").shows("#notice", "精算しました");
    till.click("#z-report").shows(".slip", "日報");
    assertThat(sums(till))
        .contains(
            "総売上 1件 320円",
            "返品 0件 0円",
            "明細値引 1件 32円",
            "小計値引 0件 0円",
            "税額 -21円",
            "純売上 1件 267円",
            "現金 288円",
            "入金 2件 35,000円",
            "出金 0件 0円",
            "ドロア内現金 35,288円",
            "あるべき現金 35,288円",
            "過不足 0円")
        .doesNotContain("再 発 行");
    reprintAndOpenAgain(till);
    assertClean();
  }

  /** The demo's till is opened already: it is closed first, without a count. */
  private static void open(Register till) {
    till.press(Keys.F9).click("#close-day").click("#yes").shows("#notice", "精算しました").settled();
    till.click("#sign-out").awaits("#staff");
    till.choose("#staff", "S001").choose("[name='pin']", "1111").click("form .primary");
    till.awaits("#sign-out").settled();
    till.choose("#float", "30000").click("#open-day").shows(".slip", "釣銭準備金").settled();
    till.choose("#cash-amount", "5000").click("[value='cash-in']").shows(".slip", "入 金").settled();
    till.press(Keys.ESCAPE).awaits("#scan");
  }

  private static void sell(Register till) {
    till.scanned("2*" + RICE_BALL).press("-");
    till.click(".units button:nth-child(2)").enter("#entry", "10").shows("#total", "288").settled();
    till.click("#pay").click("[data-cash='288']").shows("#change", "0").settled();
  }

  private static void sellAndVoid(Register till) {
    till.press(TEA + "\n").shows("#total", "151").settled();
    till.click("#pay").click("[data-method='11']").awaits("#next").settled();
    till.press(Keys.F8).click("[data-receipt]").click("#void").shows("#notice", "取り消しました");
  }

  private static void reprintAndOpenAgain(Register till) {
    till.click("#z-report").shows(".slip", "再 発 行");
    till.click("#open-day").shows("#notice", "開設しました").settled();
  }

  private static void countDrawer(Register till) {
    count(till, 10_000, 3);
    count(till, 5_000, 1);
    count(till, 100, 2);
    count(till, 50, 1);
    count(till, 10, 3);
    count(till, 5, 1);
    count(till, 1, 3);
  }

  private static void count(Register till, int value, int pieces) {
    till.enter("[data-count='" + value + "']", String.valueOf(pieces));
  }

  /** The lines of the slip with single blanks. */
  private static String sums(Register till) {
    return till.text(".slip").replaceAll("[ \\u00a0]+", " ");
  }
}
