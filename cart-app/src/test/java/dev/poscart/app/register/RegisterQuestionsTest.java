package dev.poscart.app.register;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a clerk is asked or told before money or a discount would be lost from sight. */
class RegisterQuestionsTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";
  private static final String TEA = "4902171006767";

  @Test
  void goingBackToTheItems_namesTheMoneyTaken() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL).click("#pay").choose("#tendered", "100").click("[data-method='11']");
    till.shows("#due", "60").settled();

    till.press(Keys.ESCAPE).shows("#question", "クレジット 100");
    till.press(TEA + "\n").shows("#notice", "先に質問に答えてください");
    till.press(Keys.ESCAPE).await("no question", page -> page.count("#question") == 0);
    till.shows("#due", "60").click("#back").click("#yes").awaits("#scan").shows("#total", "160");

    till.settled().click("#cancel").click("#yes").shows("#notice", "取引を中止しました");
    assertClean();
  }

  @Test
  void discountOfTheWholeSale_comesBackWithThePayment() throws Exception {
    Register till = register(TILL);
    till.scanned(RICE_BALL).click(".actions button:nth-child(2)").enter("#entry", "39");
    till.shows("#due", "121").settled();

    till.press(TEA + "\n").shows("#notice", "小計値引は明細入力中は外れます");
    till.shows("#total", "311").settled().click("#pay").shows("#due", "272").settled();

    till.press(Keys.ESCAPE).awaits("#scan").settled().click("#pay").shows("#due", "272");
    till.click("[data-cash='272']").shows("#change", "0");
    assertClean();
  }
}
