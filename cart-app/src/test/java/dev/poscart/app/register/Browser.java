package dev.poscart.app.register;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that reaches nothing but this machine and tells what went wrong. */
final class Browser implements AutoCloseable {

  /** What Chromium itself logs when a request fails, whatever the page makes of it. */
  private static final String FAILED_REQUEST = "Failed to load resource";

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final String DRIVER = "chromedriver";

  private static final Pattern URL = Pattern.compile("\"request\":\\{.*?\"url\":\"([^\"]+)\"");

  private final ChromeDriver driver;

  /**
   * @param profile an empty folder
   */
  Browser(Path profile) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find(PROGRAMS).orElseThrow());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=ja",
        "--accept-lang=ja",
        "--window-size=1280,800",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find(List.of(DRIVER)).orElseThrow())
            .usingAnyFreePort()
            .build();
    this.driver = new ChromeDriver(service, options);
  }

  ChromeDriver driver() {
    return driver;
  }

  /**
   * Opens the register by a link that carries the terminal and its key, in a browser that has
   * forgotten all else.
   */
  Register register(int port, String terminalId, String key) {
    forget(port);
    return paired(port, terminalId, key).ready();
  }

  /** Closes all windows but one, and forgets what the page has kept. */
  void forget(int port) {
    List<String> windows = List.copyOf(driver.getWindowHandles());
    for (String window : windows.subList(1, windows.size())) {
      driver.switchTo().window(window).close();
    }
    driver.switchTo().window(windows.get(0));
    driver.get("http://127.0.0.1:" + port + "/health/live");
    driver.executeScript("localStorage.clear(); sessionStorage.clear()");
  }

  /** Opens one more window of the register. */
  Register window(int port, String terminalId, String key) {
    driver.switchTo().newWindow(WindowType.TAB);
    return paired(port, terminalId, key);
  }

  private Register paired(int port, String terminalId, String key) {
    driver.get("http://127.0.0.1:" + port + "/register#terminal=" + terminalId + "&key=" + key);
    return new Register(this, driver.getWindowHandle());
  }

  /** Errors in the browser's console, but for requests that failed: those the page has to tell. */
  List<String> errors() {
    return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains(FAILED_REQUEST))
        .toList();
  }

  /** Requests to other hosts than this machine. */
  List<String> foreignRequests() {
    return StreamSupport.stream(
            driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("Network.requestWillBeSent\""))
        .flatMap(Browser::urls)
        .filter(url -> !url.matches("(http://127\\.0\\.0\\.1:\\d+/|data:|about:|chrome).*"))
        .toList();
  }

  private static Stream<String> urls(String message) {
    return URL.matcher(message).results().map(found -> found.group(1));
  }

  /** Whether this machine has what it takes. */
  static boolean isInstalled() {
    return find(PROGRAMS).isPresent() && find(List.of(DRIVER)).isPresent();
  }

  private static Optional<File> find(List<String> names) {
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .flatMap(place -> names.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toFile)
        .findFirst();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
