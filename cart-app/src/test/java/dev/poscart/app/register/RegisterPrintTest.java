package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What the browser prints: the receipt and nothing else, as wide as the paper allows. */
class RegisterPrintTest extends BrowserTest {

  private static final String RICE_BALL = "4901180001718";
  private static final double PIXELS_PER_MM = 96 / 25.4;

  /** On both sides of the page. */
  private static final int MARGINS_MM = 4;

  /** The edges of what is written, how many lines there are, and how many rows they take. */
  private static final String WRITTEN =
      """
      const paper = document.querySelector('.paper');
      const range = document.createRange();
      range.selectNodeContents(paper);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      const top = paper.getBoundingClientRect().top;
      const height = parseFloat(getComputedStyle(paper).lineHeight);
      const rows = new Set(rects.map((rect) => Math.floor(((rect.top + rect.bottom) / 2 - top) / height)));
      return [
        Math.min(...rects.map((rect) => rect.left)),
        Math.max(...rects.map((rect) => rect.right)),
        paper.textContent.split('\\n').filter((line) => line !== '').length,
        rows.size,
        document.documentElement.scrollWidth,
      ];
      """;

  /** What can be read beside the paper. */
  private static final String OTHERS =
      """
      const isText = (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '';
      return [...document.body.querySelectorAll('*')]
        .filter((each) => !each.closest('.paper') && each.offsetParent !== null)
        .filter((each) => [...each.childNodes].some(isText))
        .map((each) => each.textContent);
      """;

  @AfterEach
  void showTheScreenAgain() {
    command("Emulation.setEmulatedMedia", Map.of("media", ""));
    command("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @ParameterizedTest
  @CsvSource({"58", "80"})
  void receipt_fillsThePaper_withoutLosingAFigure(int paperMm) throws Exception {
    Register till = register(TILL);
    till.scanned("12*" + RICE_BALL).click("#pay").click("[data-cash='1920']").awaits("#next");
    assertFits(till, paperMm);
  }

  @ParameterizedTest
  @CsvSource({"58", "80"})
  void report_fillsThePaper_withoutLosingAFigure(int paperMm) throws Exception {
    Register till = register(TILL);
    till.press(Keys.F9).click("#x-report").shows(".slip", "速報");
    assertFits(till, paperMm);
  }

  private void assertFits(Register till, int paperMm) {
    double width = (paperMm - MARGINS_MM) * PIXELS_PER_MM;
    till.js("document.documentElement.dataset.paper = arguments[0]", String.valueOf(paperMm));
    command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", (int) width, "height", 2_000, "deviceScaleFactor", 1, "mobile", false));

    List<Double> written = numbers(till.js(WRITTEN));

    assertThat(written.get(0)).isGreaterThanOrEqualTo(0);
    assertThat(written.get(1)).isBetween(width * 0.75, width);
    assertThat(written.get(3)).isLessThanOrEqualTo(written.get(2));
    assertThat(written.get(4)).isLessThanOrEqualTo(width);
    assertThat((List<?>) till.js(OTHERS)).isEmpty();
  }

  private static List<Double> numbers(Object found) {
    return ((List<?>) found).stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  private void command(String name, Map<String, Object> parameters) {
    browser().driver().executeCdpCommand(name, parameters);
  }
}
