package dev.poscart.app.register;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A window with the register, as a clerk sees and works it. */
final class Register {

  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Browser browser;
  private final ChromeDriver driver;
  private final String window;

  Register(Browser browser, String window) {
    this.browser = browser;
    this.window = window;
    this.driver = browser.driver();
  }

  Browser browser() {
    return browser;
  }

  /** Goes to this window, where there are several. */
  Register front() {
    driver.switchTo().window(window);
    return this;
  }

  /** Waits until the page shows the items. */
  Register ready() {
    await("the tiles", page -> page.count(".tile") > 0 || page.count(".empty") > 0);
    await("the scan field", page -> page.count("#scan") == 1);
    return this;
  }

  /** Types into the scan field, as a scanner does: characters and Enter, as fast as it goes. */
  Register scan(String... codes) {
    driver.findElement(By.id("scan")).sendKeys(String.join("\n", codes) + "\n");
    return this;
  }

  /** Scans and waits until nothing is being looked up any more. */
  Register scanned(String... codes) {
    int lines = count(".lines > li");
    scan(codes);
    return await("the lines", page -> page.count(".lines > li") >= lines + codes.length).settled();
  }

  /** Waits until every change has been answered. */
  Register settled() {
    return await("all answered", page -> page.count(".waiting") == 0 && page.waitingChanges() == 0);
  }

  /** Changes that are kept because they have not been answered. */
  long waitingChanges() {
    return (Long)
        js(
            "return Object.keys(localStorage).filter(k => k.startsWith('poscart.changes'))"
                + ".reduce((n, k) => n + JSON.parse(localStorage[k]).length, 0)");
  }

  Register click(String css) {
    await(css, page -> page.count(css + ":enabled") > 0);
    driver.findElement(By.cssSelector(css)).click();
    return this;
  }

  /** Presses keys where the focus is. */
  Register press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
    return this;
  }

  /** Writes into a field and applies it. */
  Register enter(String css, String text) {
    await(css, page -> page.count(css) == 1);
    driver.findElement(By.cssSelector(css)).sendKeys(text, Keys.ENTER);
    return this;
  }

  Register choose(String css, String value) {
    await(css, page -> page.count(css) == 1);
    driver.findElement(By.cssSelector(css)).clear();
    driver.findElement(By.cssSelector(css)).sendKeys(value);
    return this;
  }

  String text(String css) {
    return driver.findElement(By.cssSelector(css)).getText();
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  /** Waits until the element shows the text. */
  Register shows(String css, String text) {
    return await(
        css + " with " + text, page -> page.count(css) > 0 && page.text(css).contains(text));
  }

  Register awaits(String css) {
    return await(css, page -> page.count(css) > 0);
  }

  /** Runs a script in the page; what returns nothing gives an empty text. */
  Object js(String script, Object... values) {
    Object result = ((JavascriptExecutor) driver).executeScript(script, values);
    return result == null ? "" : result;
  }

  Register reload() {
    driver.navigate().refresh();
    return this;
  }

  /** What the page shows, without the items to choose from. */
  private String said() {
    String tiles = String.join("\n", texts(".tile"));
    String body = text("body");
    return (tiles.isEmpty() ? body : body.replace(tiles, "...")) + browser.errors();
  }

  Register await(String what, Predicate<Register> condition) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(25))
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> what + "; the page says:\n" + said())
        .until(page -> condition.test(this));
    return this;
  }
}
