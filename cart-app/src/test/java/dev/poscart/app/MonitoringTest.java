package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alert rules and dashboard name what the service exposes, and sections of the run-book. */
class MonitoringTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
  private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
  private static final int COLUMNS = 24;

  @TempDir static Path folder;
  private static Optional<RunningShop> shop = Optional.empty();
  private static Exposition metrics = new Exposition(Map.of());

  @BeforeAll
  static void sell() throws IOException {
    RunningShop open = RunningShop.open(folder, TestShop.profile(1), Map.of());
    shop = Optional.of(open);
    TestTill till = open.till(TestShop.terminalId(1), TestShop.apiKey(1));
    new Seller(till).sell();
    open.send("GET", "/health", Optional.empty());
    metrics = Exposition.parse(open.send("GET", "/metrics", Optional.empty()).body());
  }

  @AfterAll
  static void close() {
    shop.ifPresent(RunningShop::close);
  }

  @Test
  void alerts_nameMetricsAndLabelsThatAreThere() throws IOException {
    List<JsonNode> alerts = alerts();
    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(metrics.missing(alert.path("expr").textValue()))
                    .as(alert.path("alert").textValue())
                    .isEmpty());
  }

  @Test
  void alerts_areComplete_andLeadToTheirSectionOfTheRunBook() throws IOException {
    String manual = Files.readString(ROOT.resolve("docs/operations.md"));
    assertThat(alerts().stream().map(alert -> alert.path("alert").textValue()))
        .doesNotHaveDuplicates();
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              String name = alert.path("alert").textValue();
              assertThat(alert.at("/labels/severity").textValue()).isIn("critical", "warning");
              assertThat(alert.at("/annotations/summary").textValue()).isNotBlank();
              assertThat(alert.path("for").asText("1m")).matches("[1-9]\\d*[smh]");
              String link = alert.at("/annotations/runbook_url").textValue();
              assertThat(link).startsWith("docs/operations.md#");
              assertThat(section(manual, link.substring(link.indexOf('#') + 1)))
                  .as(link)
                  .contains("`" + name + "`");
            });
  }

  @Test
  void dashboard_namesMetricsAndLabelsThatAreThere() throws IOException {
    for (JsonNode panel : dashboard().path("panels")) {
      assertThat(panel.path("targets")).as(panel.path("title").textValue()).isNotEmpty();
      for (JsonNode target : panel.path("targets")) {
        String expression = target.path("expr").textValue();
        assertThat(metrics.missing(expression)).as(expression).isEmpty();
        assertThat(LEGEND.matcher(target.path("legendFormat").textValue()).results())
            .as(expression)
            .allMatch(label -> metrics.gives(expression, label.group(1)));
      }
    }
  }

  @Test
  void dashboard_isOneThatGrafanaImports() throws IOException {
    JsonNode dashboard = dashboard();
    assertThat(dashboard.path("title").textValue()).isEqualTo("Poscart");
    assertThat(dashboard.path("schemaVersion").intValue()).isPositive();
    assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
        .containsExactly("datasource", "instance");
    Set<Integer> ids = new HashSet<>();
    Set<List<Integer>> cells = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(ids.add(panel.path("id").intValue())).isTrue();
      assertThat(panel.path("type").textValue()).isIn("timeseries", "stat");
      JsonNode at = panel.path("gridPos");
      assertThat(at.path("x").intValue() + at.path("w").intValue()).isLessThanOrEqualTo(COLUMNS);
      for (int x = 0; x < at.path("w").intValue(); x++) {
        for (int y = 0; y < at.path("h").intValue(); y++) {
          assertThat(cells.add(List.of(at.path("x").intValue() + x, at.path("y").intValue() + y)))
              .as("%s lies upon another panel", panel.path("title"))
              .isTrue();
        }
      }
    }
  }

  @Test
  void whatIsNotThere_isReported() {
    assertThat(metrics.missing("increase(poscart_nothing_total[5m]) > 0"))
        .containsExactly("poscart_nothing_total");
    assertThat(metrics.missing("poscart_item_breaker_state{state=\"ajar\"} == 1"))
        .containsExactly("poscart_item_breaker_state{state=\"ajar\"}");
    assertThat(metrics.missing("sum by (colour) (poscart_events_waiting)"))
        .containsExactly("colour");
    assertThat(metrics.missing("poscart_events_waiting{shop=\"1\"}"))
        .containsExactly("poscart_events_waiting{shop=\"1\"}");
    assertThat(metrics.missing("sum(poscart_events_waiting"))
        .containsExactly("unbalanced parentheses");
  }

  private static List<JsonNode> alerts() throws IOException {
    JsonNode file =
        new YAMLMapper().readTree(ROOT.resolve("deploy/prometheus/alerts.yml").toFile());
    List<JsonNode> alerts = new ArrayList<>();
    file.path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
    return alerts;
  }

  private static JsonNode dashboard() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(ROOT.resolve("deploy/grafana/dashboards/poscart.json").toFile());
  }

  /** The text below the heading with this anchor; empty if there is none. */
  private static String section(String manual, String anchor) {
    for (String section : manual.split("\n#+ ", -1)) {
      String heading = section.lines().findFirst().orElse("");
      if (anchorOf(heading).equals(anchor)) {
        return section;
      }
    }
    return "";
  }

  private static String anchorOf(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
