package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Every view, in both languages and both colour schemes, for those who see or hear little of it.
 */
class RegisterAccessibilityTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";

  private final List<String> problems = new ArrayList<>();

  /** Enough for a finger. */
  private static final int TARGET = 44;

  private static final String SMALL_TARGETS =
      "return [...document.querySelectorAll('button, select, input:not([type=checkbox])')]"
          + ".map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
          + ".filter(([, box]) => box.width > 0 && (box.height < arguments[0] - 0.5"
          + " || box.width < arguments[0] - 0.5)).map(([text]) => text)";

  @Test
  void views_haveNoAccessibilityProblem() throws Exception {
    Register till = register(TILL);
    check(till, "empty sale");
    till.scanned(RICE_BALL, "4999999999999");
    check(till, "sale with a failed scan");
    till.click(".failed .stop").click(".tools button:nth-child(3)").choose("#entry", "999");
    check(till, "discount out of bounds");
    till.press(Keys.ESCAPE)
        .click("#park")
        .awaits("#notice")
        .press(Keys.F7)
        .awaits("[data-retrieve]");
    check(till, "parked");
    till.click("[data-retrieve]").shows("#total", "160").click(".actions button:nth-child(3)");
    till.awaits(".explain");
    check(till, "explanation");
    till.press(Keys.ESCAPE).click("#pay").awaits("[data-cash]");
    check(till, "payment");
    till.click("[data-cash='160']").awaits("#change");
    check(till, "change and receipt");
    till.press(Keys.F8).click("[data-receipt]").click("#return").shows("#refund", "0");
    check(till, "journal with a return");
    till.press(Keys.F9).awaits("h2");
    check(till, "day");
    till.press(Keys.F1).awaits(".help");
    check(till, "keys");
    assertThat(problems).isEmpty();
    assertClean();
  }

  @Test
  void pairing_hasNoAccessibilityProblem() throws Exception {
    Browser browser = browser();
    browser.forget(port());
    browser.driver().get("http://127.0.0.1:" + port() + "/register");
    Register page = new Register(browser, browser.driver().getWindowHandle()).awaits("form");
    checkScheme(page, "pairing", "light");
    checkScheme(page, "pairing", "dark");
    assertThat(problems).isEmpty();
    page.choose("[name=terminal]", TILL).choose("[name=key]", keyOf(TILL)).press(Keys.ENTER);
    page.ready();
    assertClean();
  }

  private void check(Register till, String view) {
    for (int language = 0; language < 2; language++) {
      checkScheme(till, view, "light");
      checkScheme(till, view, "dark");
      till.js("document.getElementById('language').click()");
    }
    ((List<?>) till.js(SMALL_TARGETS, TARGET))
        .forEach(small -> problems.add(view + ": smaller than a finger: " + small));
  }

  private void checkScheme(Register till, String view, String scheme) {
    till.browser()
        .driver()
        .executeCdpCommand(
            "Emulation.setEmulatedMedia",
            Map.of(
                "features",
                List.of(
                    Map.of("name", "prefers-color-scheme", "value", scheme),
                    // A colour that is fading in has no contrast yet.
                    Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    String language = till.browser().driver().findElement(By.tagName("html")).getAttribute("lang");
    List<Rule> found =
        new AxeBuilder()
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
            .analyze(till.browser().driver())
            .getViolations();
    String where = view + ", " + language + ", " + scheme + ": ";
    found.forEach(rule -> problems.add(where + told(rule)));
  }

  private static String told(Rule rule) {
    return rule.getImpact()
        + ": "
        + rule.getHelp()
        + ": "
        + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
