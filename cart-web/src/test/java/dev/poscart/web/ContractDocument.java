package dev.poscart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The parts of {@code openapi.yaml} that the tests need about each operation. */
final class ContractDocument {

  static final JsonNode ROOT = root();

  private static final Set<String> METHODS = Set.of("get", "post", "patch", "put", "delete");

  private static final List<Operation> OPERATIONS = operations(ROOT.path("paths"));

  /**
   * The names of members and parameters that may be refused with 422 although they fit their
   * schema, for what {@code x-also-checked} says.
   */
  static final Set<String> CHECKED_FURTHER = checkedFurther(ROOT);

  private static final List<JsonNode> EXAMPLES =
      OPERATIONS.stream()
          .map(operation -> operation.node().at("/requestBody/content/application~1json/example"))
          .toList();

  private ContractDocument() {}

  /**
   * One operation.
   *
   * @param template path with parameters in braces
   * @param method in capitals
   * @param errors its refusals, as {@code status/code}
   */
  record Operation(
      String template,
      String method,
      Pattern pattern,
      String id,
      Set<String> errors,
      JsonNode node) {

    String name() {
      return method + " " + template;
    }

    /** Those of the path, then those of the operation. */
    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      ROOT.path("paths").path(template).path("parameters").forEach(parameters::add);
      node.path("parameters").forEach(parameters::add);
      return parameters;
    }
  }

  static List<Operation> operations() {
    return OPERATIONS;
  }

  /** The operation that a path without query leads to. */
  static Optional<Operation> find(String method, String path) {
    return OPERATIONS.stream()
        .filter(operation -> operation.method().equals(method))
        .filter(operation -> operation.pattern().matcher(path).matches())
        .findFirst();
  }

  private static JsonNode root() {
    try {
      return new ObjectMapper().readTree(OpenApiDocument.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Operation> operations(JsonNode paths) {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          found.add(operation(path.getKey(), entry.getKey(), entry.getValue()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Operation operation(String template, String method, JsonNode node) {
    return new Operation(
        template,
        method.toUpperCase(Locale.ROOT),
        Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")),
        node.path("operationId").asText(),
        texts(node.path("x-error-codes")),
        node);
  }

  /** The values of a member in all request examples. */
  static List<JsonNode> examples(String name) {
    return EXAMPLES.stream().flatMap(example -> example.findValues(name).stream()).toList();
  }

  private static Set<String> checkedFurther(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.forEach(element -> names.addAll(checkedFurther(element)));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getValue().has("x-also-checked")) {
        names.add(member.getValue().path("name").asText(member.getKey()));
      }
    }
    return names;
  }

  /** The texts of a list. */
  static Set<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::textValue)
        .collect(Collectors.toUnmodifiableSet());
  }
}
