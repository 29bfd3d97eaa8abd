package dev.poscart.app.register;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;

/** Collects what keeps people from seeing or working a page. */
final class Accessibility {

  /** Enough for a finger. */
  private static final int TARGET = 44;

  private static final String SMALL_TARGETS =
      "return [...document.querySelectorAll('button, select, input:not([type=checkbox])')]"
          + ".map(e => [e.textContent.trim(), e.getBoundingClientRect()])"
          + ".filter(([, box]) => box.width > 0 && (box.height < arguments[0] - 0.5"
          + " || box.width < arguments[0] - 0.5)).map(([text]) => text)";

  private final List<String> problems = new ArrayList<>();

  List<String> problems() {
    return problems;
  }

  /** Checks the view in both languages and both colour schemes. */
  void check(Register till, String view) {
    for (int language = 0; language < 2; language++) {
      checkSchemes(till, view);
      till.js("document.getElementById('language').click()");
    }
    ((List<?>) till.js(SMALL_TARGETS, TARGET))
        .forEach(small -> problems.add(view + ": smaller than a finger: " + small));
  }

  /** The view in its language, in both colour schemes. */
  void checkSchemes(Register till, String view) {
    checkScheme(till, view, "light");
    checkScheme(till, view, "dark");
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
