package dev.poscart.app.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for a day at the demo store.
 *
 * @param url a running service with the demo store; empty: one is started
 * @param customers how many come, to all tills together
 * @param seed the same customers come with the same seed
 */
public record DemoRequest(Map<Variable, String> values, Optional<URI> url, int customers, int seed)
    implements Arguments.Request {

  static final String COMMAND = "demo";

  private static final String URL = "--url";
  private static final String CUSTOMERS = "--customers";
  private static final String SEED = "--seed";
  private static final Bounds POSSIBLE_CUSTOMERS = new Bounds(1, 100_000);
  private static final Bounds SEEDS = new Bounds(0, Integer.MAX_VALUE);
  private static final int USUAL_CUSTOMERS = 150;

  /** The command without the settings of the service that it starts. */
  static CommandSpec command() {
    CommandSpec demo =
        Commands.command(
            COMMAND,
            "Rings up a day of sales at three tills of the demo store.",
            """
            Starts the service with the demo store and sells through its REST API: cash and cards, \
            discounts, parked carts, cancellations, returns and voids. Then it prints what to \
            open, and serves until it is stopped.\
            """,
            Map.of(
                ExitCode.DONE, "rung up; without --url: stopped by a signal",
                ExitCode.REFUSED, "the service cannot start, or the one at --url has other tills"),
            "poscart demo --data-dir /tmp/poscart-demo");
    demo.addOption(
        Commands.option(URL, "URL", "sell at this running demo store instead, then exit").build());
    demo.addOption(
        Commands.option(
                CUSTOMERS,
                "N",
                "number of customers, %s (default: %d)"
                    .formatted(POSSIBLE_CUSTOMERS, USUAL_CUSTOMERS))
            .build());
    return demo.addOption(
        Commands.option(
                SEED,
                "N",
                "seed of the random customers; the same one brings the same customers (default: 1)")
            .build());
  }

  /**
   * Reads the options.
   *
   * @param option the last value of an option
   * @throws ConfigurationException if one has a value that is not possible, or if other settings
   *     replace the demo store
   */
  static DemoRequest read(Map<Variable, String> values, Function<String, Optional<String>> option) {
    Optional<URI> url = option.apply(URL).map(text -> AddressValues.http(URL, text));
    if (url.isEmpty() && !ServiceConfig.read(values).demo()) {
      throw new ConfigurationException(
          "demo: another store is configured (expected: no STORE_PROFILE, MONGODB_URI and"
              + " BASE_URL_TERMINAL)");
    }
    return new DemoRequest(
        values,
        url,
        number(option, CUSTOMERS, POSSIBLE_CUSTOMERS, USUAL_CUSTOMERS),
        number(option, SEED, SEEDS, 1));
  }

  private static int number(
      Function<String, Optional<String>> option, String name, Bounds bounds, int usual) {
    return option
        .apply(name)
        .map(text -> OptionWords.whole(name, text, bounds, "a whole number from " + bounds))
        .orElse(usual);
  }
}
