package dev.poscart.app.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.domain.fixtures.Slow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the browser tests share: one demo store and one browser, whose windows are tills of it. */
@Slow
@ExtendWith(BrowserExtension.class)
abstract class BrowserTest {

  static final String TILL = "D0001-0001-1";
  static final String OTHER_TILL = "D0001-0001-2";

  /** In a store with prices of its own. */
  static final String TILL_OF_OTHER_STORE = "D0001-0002-1";

  private BrowserExtension.Shared shared;

  @BeforeEach
  void open(BrowserExtension.Shared given) {
    boolean found = Browser.isInstalled();
    if (!found) {
      System.err.println(
          "SKIPPED: " + getClass().getSimpleName() + ": no chromium or no chromedriver here");
    }
    assumeTrue(found, "no chromium or no chromedriver on this machine");
    shared = given;
  }

  int port() throws Exception {
    return shared.service().port();
  }

  Browser browser() {
    return shared.browser();
  }

  /** The window, paired anew with a terminal by the link of the demo; nothing is left in it. */
  Register register(String terminalId) throws Exception {
    return browser().register(port(), terminalId, keyOf(terminalId));
  }

  static String keyOf(String terminalId) {
    return "demo-key-" + terminalId.substring("D0001-".length());
  }

  /** Nothing failed in the browser, and it asked no other host for anything. */
  void assertClean() {
    assertThat(browser().errors()).isEmpty();
    assertThat(browser().foreignRequests()).isEmpty();
  }
}
