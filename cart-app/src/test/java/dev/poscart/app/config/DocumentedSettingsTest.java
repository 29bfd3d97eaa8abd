package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables of docs/settings.md are those of the program. Run with {@code
 * -Dposcart.docs.write=true}, the test writes them.
 */
class DocumentedSettingsTest {

  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  private static final Pattern NAMED =
      Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`");

  /** Variables of tests, of the launcher and of libraries. */
  private static final Set<String> OF_OTHERS =
      new TreeSet<>(
          Set.of(
              "MONGODB_TEST_URI",
              "NO_COLOR",
              "NVD_API_KEY",
              "OTEL_EXPORTER_OTLP_HEADERS",
              "OTEL_RESOURCE_ATTRIBUTES",
              "OTEL_TRACES_SAMPLER",
              "OTEL_TRACES_SAMPLER_ARG",
              "POSCART_CLASS_DATA"));

  @ParameterizedTest
  @EnumSource
  void groupOfSettings_isOnThePage(SettingGroup group) throws IOException {
    if (Boolean.getBoolean("poscart.docs.write")) {
      String rows = "(?s)(## " + group.heading() + "\n\n)(\\|[^\n]*\n)*";
      String replacement = "$1" + Matcher.quoteReplacement(table(group));
      Files.writeString(PAGE, Files.readString(PAGE).replaceFirst(rows, replacement));
    }
    assertThat(Files.readString(PAGE)).contains("## " + group.heading() + "\n\n" + table(group));
  }

  @Test
  void settingsThatPagesName_areInTheTables() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> pages = Files.list(PAGE.getParent())) {
      for (Path other : pages.filter(DocumentedSettingsTest::isOurs).toList()) {
        NAMED
            .matcher(Files.readString(other))
            .results()
            .map(named -> named.group(1))
            .filter(name -> !page.contains("`" + name + "`"))
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEqualTo(OF_OTHERS);
  }

  @Test
  void everySetting_belongsToExactlyOneGroup() {
    assertThat(Arrays.stream(SettingGroup.values()).flatMap(group -> group.settings().stream()))
        .containsExactly(Variable.values());
  }

  /** The move from kugelpos names that service's variables. */
  private static boolean isOurs(Path page) {
    return page.toString().endsWith(".md") && !page.endsWith("migrating-from-kugelpos.md");
  }

  private static String table(SettingGroup group) {
    return "| setting | default | meaning |\n|---|---|---|\n"
        + group.settings().stream()
            .map(DocumentedSettingsTest::row)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Variable setting) {
    String names =
        setting.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    String bounds = setting.value().bounds().map(each -> " (" + each + ")").orElse("");
    return ("| " + names + " | " + setting.value().defaultValue() + bounds + " | ")
        + setting.meaning().replace("|", "\\|").replace("<", "&lt;")
        + " |";
  }
}
