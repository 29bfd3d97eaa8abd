package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table in docs/settings.md says what the program does. */
class DocumentedSettingsTest {

  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  /** Several settings may share a row; then their defaults stand in the same order. */
  private static Map<String, String> documented() throws IOException {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PAGE)) {
      List<String> cells =
          Arrays.stream(line.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
      if (cells.size() >= 4 && cells.get(1).matches("(`[A-Z_]+`(, )?)+")) {
        List<String> names = List.of(cells.get(1).replace("`", "").split(", ", -1));
        List<String> values = List.of(cells.get(2).split(", ", -1));
        for (int i = 0; i < names.size(); i++) {
          defaults.put(names.get(i), values.size() == names.size() ? values.get(i) : cells.get(2));
        }
      }
    }
    return defaults;
  }

  @ParameterizedTest
  @EnumSource
  void setting_standsOnThePageOfSettings_withItsDefault(Variable variable) throws IOException {
    Optional<String> documented = Optional.ofNullable(documented().get(variable.name()));
    assertThat(documented).isPresent();
    if (!variable.defaultValue().isEmpty()) {
      assertThat(documented.orElseThrow().replace("`", "")).startsWith(variable.defaultValue());
    }
  }
}
