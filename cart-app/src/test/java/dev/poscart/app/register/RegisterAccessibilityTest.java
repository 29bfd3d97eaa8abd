package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Every view, in both languages and both colour schemes, for those who see or hear little of it.
 */
class RegisterAccessibilityTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";

  private final Accessibility accessibility = new Accessibility();

  @Test
  void views_haveNoAccessibilityProblem() throws Exception {
    Register till = register(TILL);
    accessibility.check(till, "empty sale");
    till.scanned(RICE_BALL, "4999999999999");
    accessibility.check(till, "sale with a failed scan");
    till.click(".failed .stop").click(".tools button:nth-child(3)").choose("#entry", "999");
    accessibility.check(till, "discount out of bounds");
    till.press(Keys.ESCAPE)
        .click("#park")
        .awaits("#notice")
        .press(Keys.F7)
        .awaits("[data-retrieve]");
    accessibility.check(till, "parked");
    till.click("[data-retrieve]").shows("#total", "160").click(".actions button:nth-child(3)");
    till.awaits(".explain");
    accessibility.check(till, "explanation");
    till.press(Keys.ESCAPE).click("#pay").awaits("[data-cash]");
    accessibility.check(till, "payment");
    till.click("[data-cash='160']").awaits("#change");
    accessibility.check(till, "change and receipt");
    till.press(Keys.F8).click("[data-receipt]").click("#return").shows("#refund", "0");
    accessibility.check(till, "journal with a return");
    till.press(Keys.F9).awaits("h2");
    accessibility.check(till, "day");
    till.press(Keys.F1).awaits(".help");
    accessibility.check(till, "keys");
    assertThat(accessibility.problems()).isEmpty();
    assertClean();
  }

  @Test
  void pairing_hasNoAccessibilityProblem() throws Exception {
    Browser browser = browser();
    browser.forget(port());
    browser.driver().get("http://127.0.0.1:" + port() + "/register");
    Register page = new Register(browser, browser.driver().getWindowHandle()).awaits("form");
    accessibility.checkSchemes(page, "pairing");
    assertThat(accessibility.problems()).isEmpty();
    page.choose("[name=terminal]", TILL).choose("[name=key]", keyOf(TILL)).press(Keys.ENTER);
    page.ready();
    assertClean();
  }
}
