package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files with which the service is installed: no setting or field in them is misspelt. */
class DeploymentFilesTest {

  private static final Path ROOT = Path.of("..");
  private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes/poscart.yml");
  private static final Path UNIT = Path.of("src/main/systemd/poscart.service");
  private static final Path SAMPLE = Path.of("src/main/conf/poscart.env");
  private static final YAMLMapper YAML = new YAMLMapper();

  /** What the launcher and the logging read, beside the settings of the service. */
  private static final Set<String> OF_THE_LAUNCHER =
      Set.of("JAVA_OPTS", "LOG_LEVEL", "POSCART_CLASS_DATA");

  @Test
  void environments_nameOnlySettingsThatExist() throws IOException {
    Set<String> known = new TreeSet<>(OF_THE_LAUNCHER);
    known.addAll(words(ROOT.resolve("docs/settings.md"), "`([A-Z][A-Z_0-9]+)`"));
    assertThat(known).hasSizeGreaterThan(100);

    assertThat(words(SAMPLE, "(?m)^#?([A-Z_0-9]+)=")).hasSizeGreaterThan(10).isSubsetOf(known);
    assertThat(words(ROOT.resolve("Dockerfile"), "(?m)^ENV .*$", "([A-Z_0-9]+)="))
        .hasSize(3)
        .isSubsetOf(known);
    assertThat(words(UNIT, "(?m)^Environment=.*$", "\\b([A-Z][A-Z_0-9]+)="))
        .hasSize(2)
        .isSubsetOf(known);
    assertThat(composeEnvironments()).hasSizeGreaterThan(5).isSubsetOf(known);
    assertThat(kubernetes("ConfigMap").path("data").fieldNames())
        .toIterable()
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void manifests_haveOnlyFieldsThatKubernetesKnows() throws IOException {
    V1ConfigMap.validateJsonElement(JsonParser.parseString(kubernetes("ConfigMap").toString()));
    V1Deployment.validateJsonElement(JsonParser.parseString(kubernetes("Deployment").toString()));
    V1Service.validateJsonElement(JsonParser.parseString(kubernetes("Service").toString()));
    V1PodDisruptionBudget.validateJsonElement(
        JsonParser.parseString(kubernetes("PodDisruptionBudget").toString()));
    String misspelt = kubernetes("Deployment").toString().replace("readinessProbe", "readyProbe");
    assertThatThrownBy(() -> V1Deployment.validateJsonElement(JsonParser.parseString(misspelt)))
        .hasMessageContaining("readyProbe");
  }

  @Test
  void images_areNamedWithoutAHost() throws IOException {
    Set<String> images = words(ROOT.resolve("Dockerfile"), "(?m)^FROM (\\S+)");
    for (Path file : composeFiles()) {
      images.addAll(words(file, "(?m)^ *image: (\\S+)"));
    }
    images.addAll(words(KUBERNETES, "(?m)^ *image: (\\S+)"));
    assertThat(images).hasSizeGreaterThan(4).allMatch(image -> !image.matches("[^/]*\\..*/.*"));
  }

  /** The image has no program that could ask over HTTP. */
  @Test
  void healthChecks_areTheCommandOfTheProgram() throws IOException {
    String command = "\"CMD\", \"/opt/poscart/bin/poscart\", \"health\"";
    assertThat(words(ROOT.resolve("Dockerfile"), "HEALTHCHECK .* (CMD .*)"))
        .containsExactly("CMD [\"/opt/poscart/bin/poscart\", \"health\"]");
    assertThat(words(ROOT.resolve("deploy/compose/kugelpos.yml"), "test: \\[(.*)]"))
        .containsExactly(command);
  }

  /** {@code SHUTDOWN_DELAY_SECONDS + DRAIN_SECONDS + 80}, with the defaults 0 and 10. */
  @Test
  void eachProcessManager_waitsForTheEndOfTheService() throws IOException {
    assertThat(words(UNIT, "TimeoutStopSec=(\\d+)")).containsExactly("100");
    JsonNode pod = kubernetes("Deployment").at("/spec/template/spec");
    int delay = kubernetes("ConfigMap").at("/data/SHUTDOWN_DELAY_SECONDS").asInt();
    assertThat(pod.path("terminationGracePeriodSeconds").intValue())
        .isGreaterThanOrEqualTo(delay + 10 + 80);
  }

  private static Set<String> composeEnvironments() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : composeFiles()) {
      for (JsonNode each : YAML.readTree(file.toFile()).findValues("environment")) {
        each.fieldNames().forEachRemaining(names::add);
      }
    }
    names.remove("<<");
    return names;
  }

  private static List<Path> composeFiles() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy/compose"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static JsonNode kubernetes(String kind) throws IOException {
    try (MappingIterator<JsonNode> objects =
        YAML.readerFor(JsonNode.class).readValues(KUBERNETES.toFile())) {
      return objects.readAll().stream()
          .filter(each -> each.path("kind").textValue().equals(kind))
          .findFirst()
          .orElseThrow();
    }
  }

  /** What the pattern's group finds in a file. */
  private static Set<String> words(Path file, String pattern) throws IOException {
    return found(Files.readString(file), pattern);
  }

  /** What the pattern's group finds in the lines of a file that another one matches. */
  private static Set<String> words(Path file, String lines, String pattern) throws IOException {
    return found(
        Pattern.compile(lines)
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n")),
        pattern);
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
