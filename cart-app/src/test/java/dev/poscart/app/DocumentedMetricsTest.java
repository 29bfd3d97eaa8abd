package dev.poscart.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of docs/metrics.md is what a service exposes. Run with {@code
 * -Dposcart.docs.write=true}, the test writes it.
 */
class DocumentedMetricsTest {

  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final Pattern METRIC =
      Pattern.compile("(?m)^# HELP (poscart_\\w+) (.*)\n# TYPE \\1 (\\w+)\n");

  @TempDir Path folder;

  @Test
  void metrics_areOnThePage() throws IOException {
    String exposed;
    try (RunningShop shop =
        RunningShop.open(
            folder,
            TestShop.profile(1),
            Map.of(
                Variable.SNAPSHOT_HMAC_KEYS, "k1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE="))) {
      sell(shop.till(TestShop.terminalId(1), TestShop.apiKey(1)));
      shop.send("GET", "/health", Optional.empty());
      exposed = shop.send("GET", "/metrics", Optional.empty()).body();
    }
    String table = table(exposed);
    if (Boolean.getBoolean("poscart.docs.write")) {
      String old = "(## All metrics\n\n)(\\|[^\n]*\n)*";
      Files.writeString(
          PAGE, Files.readString(PAGE).replaceFirst(old, "$1" + Matcher.quoteReplacement(table)));
    }
    assertThat(table).contains("`poscart_events_waiting`");
    assertThat(Files.readString(PAGE)).contains("## All metrics\n\n" + table);
  }

  /** What has labels is there once it has happened. */
  private static void sell(TestTill till) throws IOException {
    new Seller(till).sell();
    CarriedTill carried = new CarriedTill(till).open();
    carried.with(carried.snapshot().replace("\"kid\":\"k1\"", "\"kid\":\"k2\"")).subtotal();
  }

  private static String table(String exposed) {
    Exposition exposition = Exposition.parse(exposed);
    Map<String, String> rows = new TreeMap<>();
    METRIC
        .matcher(exposed)
        .results()
        .forEach(
            metric ->
                rows.put(
                    metric.group(1),
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            metric.group(1),
                            metric.group(3),
                            labels(exposition, metric.group(1)),
                            metric.group(2).strip().replace("|", "\\|"))));
    return "| metric | type | labels | meaning |\n|---|---|---|---|\n"
        + String.join("", rows.values());
  }

  private static String labels(Exposition exposition, String name) {
    return new TreeSet<>(
            exposition.labels().entrySet().stream()
                .filter(metric -> metric.getKey().matches(name + "(_bucket|_count|_sum)?"))
                .flatMap(metric -> metric.getValue().keySet().stream())
                .toList())
        .stream()
            .filter(label -> !label.equals("le") && !label.equals("quantile"))
            .map(label -> "`" + label + "`")
            .collect(joining(", "));
  }
}
