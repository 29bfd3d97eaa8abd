package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables of docs/settings.md are those of the program. Run with {@code
 * -Dposcart.docs.write=true}, the test writes them.
 */
class DocumentedSettingsTest {

  private static final Path PAGE = Path.of("..", "docs", "settings.md");

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
  void everySetting_belongsToExactlyOneGroup() {
    assertThat(Arrays.stream(SettingGroup.values()).flatMap(group -> group.settings().stream()))
        .containsExactly(Variable.values());
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
