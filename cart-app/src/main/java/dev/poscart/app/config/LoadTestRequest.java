package dev.poscart.app.config;

import dev.poscart.app.load.LoadTerminal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Asks for a load on a running service.
 *
 * @param users how many at a time, one run after the other
 * @param time of each run
 * @param pause of each user before each item
 * @param items number of items in a cart
 * @param itemCodes the items; empty: those that the service lists
 * @param cancels whether carts are cancelled instead of sold
 * @param report the page to write
 */
public record LoadTestRequest(
    URI service,
    List<LoadTerminal> terminals,
    List<Integer> users,
    Duration time,
    Duration pause,
    int items,
    List<String> itemCodes,
    boolean cancels,
    Path report)
    implements Arguments.Request {

  static final String COMMAND = "load-test";
  static final String CANCEL = "--cancel";

  private static final String URL = "--url";
  private static final String TERMINALS = "--terminals";
  private static final String USERS = "--users";
  private static final String SECONDS = "--seconds";
  private static final String PAUSE = "--pause";
  private static final String ITEMS = "--items";
  private static final String ITEM_CODES = "--item-codes";
  private static final String REPORT = "--report";

  private static final Bounds POSSIBLE_USERS = new Bounds(1, 1000);
  private static final Bounds POSSIBLE_SECONDS = new Bounds(1, 3600);
  private static final Bounds POSSIBLE_PAUSES = new Bounds(0, 60_000);
  private static final Bounds POSSIBLE_ITEMS = new Bounds(1, 500);

  private static final List<LoadTerminal> DEMO =
      Stream.of("0001-1", "0001-2", "0002-1")
          .map(till -> new LoadTerminal("D0001-" + till, "demo-key-" + till))
          .toList();

  public LoadTestRequest {
    terminals = List.copyOf(terminals);
    users = List.copyOf(users);
    itemCodes = List.copyOf(itemCodes);
  }

  static CommandSpec command() {
    CommandSpec load =
        Commands.command(
            COMMAND,
            "Sells at a running service as many users would, and reports how it answers.",
            """
            Each user opens a cart, enters items one by one, pays and bills, again and again. Each \
            number of users gets a run of its own, after a warm-up of three seconds. Then the \
            command prints a table and writes a page with plots. The sales stay in the log: use a \
            store for tests.\
            """,
            Map.of(
                ExitCode.DONE, "every request was answered with success",
                ExitCode.FAULTY, "some were not; the table counts them",
                ExitCode.REFUSED, "no service with these terminals and items, or a wrong option"),
            "poscart load-test --url http://localhost:8003 --users 1,15,40 --seconds 30");
    options().forEach(option -> load.addOption(option.build()));
    return load;
  }

  private static Stream<OptionSpec.Builder> options() {
    return Stream.of(
        Commands.option(URL, "URL", "the service (default: http://localhost:8003)"),
        Commands.option(
            TERMINALS,
            "ID=KEY,...",
            "terminals and their API keys, shared by the users (default: those of the demo"
                + " store)"),
        Commands.option(
            USERS, "N,...", "users at a time, %s (default: 1,5,15)".formatted(POSSIBLE_USERS)),
        Commands.option(
            SECONDS, "N", "length of each run, %s (default: 10)".formatted(POSSIBLE_SECONDS)),
        Commands.option(
            PAUSE,
            "MILLIS",
            "pause of a user before each item, %s (default: 0)".formatted(POSSIBLE_PAUSES)),
        Commands.option(ITEMS, "N", "items in a cart, %s (default: 5)".formatted(POSSIBLE_ITEMS)),
        Commands.option(
            ITEM_CODES, "CODE,...", "the items (default: those that the service lists)"),
        Commands.flag(CANCEL).description("cancel the carts instead of selling them"),
        Commands.option(REPORT, "FILE", "the page to write (default: load-test.html)"));
  }

  /**
   * Reads the options.
   *
   * @param option the last value of an option
   * @throws ConfigurationException if one has a value that is not possible
   */
  static LoadTestRequest read(Function<String, Optional<String>> option, boolean cancels) {
    return new LoadTestRequest(
        AddressValues.http(URL, option.apply(URL).orElse("http://localhost:8003")),
        option.apply(TERMINALS).map(LoadTestRequest::terminals).orElse(DEMO),
        parts(option.apply(USERS).orElse("1,5,15"))
            .map(text -> whole(USERS, text, POSSIBLE_USERS))
            .toList(),
        Duration.ofSeconds(whole(SECONDS, option.apply(SECONDS).orElse("10"), POSSIBLE_SECONDS)),
        Duration.ofMillis(whole(PAUSE, option.apply(PAUSE).orElse("0"), POSSIBLE_PAUSES)),
        whole(ITEMS, option.apply(ITEMS).orElse("5"), POSSIBLE_ITEMS),
        option.apply(ITEM_CODES).map(text -> parts(text).toList()).orElse(List.of()),
        cancels,
        file(option.apply(REPORT).orElse("load-test.html")));
  }

  private static Stream<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip);
  }

  private static int whole(String option, String text, Bounds bounds) {
    return OptionWords.whole(option, text, bounds, "a whole number from " + bounds);
  }

  /** The message does not repeat keys. */
  private static List<LoadTerminal> terminals(String text) {
    return parts(text)
        .map(
            pair -> {
              int sign = pair.indexOf('=');
              if (sign < 1 || sign == pair.length() - 1) {
                throw new ConfigurationException(
                    TERMINALS + ": not a list (expected: ID=KEY,ID=KEY)");
              }
              return new LoadTerminal(pair.substring(0, sign), pair.substring(sign + 1));
            })
        .toList();
  }

  /** Refused here, because the result of a long test would be lost. */
  private static Path file(String text) {
    try {
      Path file = Path.of(text).toAbsolutePath();
      Path folder = file.resolveSibling("");
      if (Files.isWritable(Files.exists(file) ? file : folder) && !Files.isDirectory(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // Reported below, together with files that cannot be written.
    }
    throw ConfigurationException.wrongValue(REPORT, text, "a file that can be written");
  }
}
