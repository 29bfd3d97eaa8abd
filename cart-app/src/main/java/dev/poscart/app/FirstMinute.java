package dev.poscart.app;

import dev.poscart.app.config.ServiceAddress;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.web.StartPage;
import dev.poscart.web.StartPage.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to open once the service runs. Keys and the place of the data are told of the demo store
 * only, since every browser may ask for the page.
 */
final class FirstMinute {

  private static final String TERMINAL = "D0001-0001-1";
  private static final String KEY = "demo-key-0001-1";
  private static final String STAFF = "S001, PIN 1111";

  /** A register that is paired with a terminal of the demo store. */
  static final String DEMO_REGISTER = "/register#terminal=" + TERMINAL + "&key=" + KEY;

  private static final int NAME_WIDTH = 10;

  private FirstMinute() {}

  static StartPage page(ServiceConfig config) {
    List<Entry> entries = new ArrayList<>();
    if (config.demo()) {
      entries.add(new Entry("register", "a till in the browser", Optional.of(DEMO_REGISTER)));
      entries.add(new Entry("terminal", TERMINAL + ", key " + KEY, Optional.empty()));
      entries.add(new Entry("staff", STAFF + ", to sign in after a sign-out", Optional.empty()));
    } else {
      entries.add(
          new Entry(
              "register",
              "a till in the browser, to be paired with the id and key of a terminal",
              Optional.of("/register")));
    }
    entries.add(new Entry("docs", "the REST API, to read and to try out", Optional.of("/docs")));
    entries.add(new Entry("ops", "what is wrong, for the person on duty", Optional.of("/ops")));
    entries.add(new Entry("health", "all parts", Optional.of("/health")));
    if (config.demo()) {
      entries.add(
          new Entry(
              "data",
              config.data().dataDir().toAbsolutePath().normalize().toString(),
              Optional.empty()));
      entries.add(new Entry("stop", "Ctrl+C; sales and open carts are kept", Optional.empty()));
    }
    return new StartPage(entries);
  }

  /** The same for the console, with whole addresses. */
  static String block(ServiceConfig config, int port) {
    String address =
        ServiceAddress.of(config.server().tls().isPresent(), config.host(), port).toString();
    return page(config).entries().stream()
        .map(
            entry ->
                "  "
                    + entry.name()
                    + " ".repeat(NAME_WIDTH - entry.name().length())
                    + entry.path().map(path -> address + path).orElse(entry.text()))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
