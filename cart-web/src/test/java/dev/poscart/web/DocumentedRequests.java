package dev.poscart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.poscart.web.ContractDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes requests from the description of an operation: valid ones, and ones that are invalid in one
 * place. Knows nothing about particular operations.
 */
final class DocumentedRequests {

  /** The credentials for each security scheme in the test shop. */
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "apiKey", "key9",
          "terminalId", "A1234-5678-9",
          "terminalToken", "till-9",
          "userToken", "user-A1234",
          "serviceToken", "service-A1234",
          "notifyKey", Shop.NOTIFY_KEY,
          "opsKey", ShopOps.KEY);

  /** Older values are forgotten: heavily used carts and transactions. */
  private static final int RECENT = 10;

  /** A body offers more to get wrong than a parameter. */
  private static final int BODY_WEIGHT = 5;

  /** The test shop accepts no more; lists of maximum length can be longer. */
  private static final int MAX_BODY_BYTES = 65_536;

  private final Random random;
  private final SchemaValues values;
  private final SchemaBreaks breaks;
  private final Map<String, List<String>> known = new HashMap<>();

  DocumentedRequests(Random random) {
    this.random = random;
    this.values = new SchemaValues(random);
    this.breaks = new SchemaBreaks(values);
  }

  /**
   * A request.
   *
   * @param wrong what is invalid; empty if the request is valid
   */
  record Made(
      Operation operation,
      String target,
      Map<String, String> headers,
      String body,
      Optional<String> wrong) {

    @Override
    public String toString() {
      return "%s (%s) %s\n%s\n%s"
          .formatted(operation.name(), wrong.orElse("fits"), target, headers, body);
    }
  }

  /** Remembers a value from an answer, for parameters of this name. */
  void learn(String parameter, String value) {
    known.computeIfAbsent(parameter, any -> new ArrayList<>()).add(value);
  }

  Made fitting(Operation operation) {
    return new Draft(operation).made(Optional.empty());
  }

  /** A request with one thing wrong; empty if this draw offers nothing to get wrong. */
  Optional<Made> broken(Operation operation) {
    Draft draft = new Draft(operation);
    if (draft.ways.isEmpty()) {
      return Optional.empty();
    }
    any(draft.ways).run();
    return Optional.of(draft.made(Optional.of(draft.wrong)));
  }

  /** The parts of a request while it is made. */
  private final class Draft {

    private final Operation operation;
    private final Map<String, String> path = new TreeMap<>();
    private final Map<String, List<String>> query = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final List<Runnable> ways = new ArrayList<>();
    private String body = "";
    private String wrong = "";

    Draft(Operation operation) {
      this.operation = operation;
      for (JsonNode parameter : operation.parameters()) {
        addParameter(SchemaValues.resolved(parameter));
      }
      addCredentials();
      JsonNode content = SchemaValues.resolved(operation.node().path("requestBody"));
      if (!content.isMissingNode()) {
        addBody(content.path("required").asBoolean(), content.at("/content/application~1json"));
      }
    }

    private void way(String what, Runnable change) {
      ways.add(
          () -> {
            wrong = what;
            change.run();
          });
    }

    private void addParameter(JsonNode parameter) {
      String name = parameter.path("name").textValue();
      boolean required = parameter.path("required").asBoolean();
      JsonNode schema = SchemaValues.resolved(parameter.path("schema"));
      JsonNode value = parameterValue(name, schema);
      String in = parameter.path("in").textValue();
      if (required || random.nextInt(3) == 0) {
        put(in, name, texts(value));
      }
      List<String> broken = new ArrayList<>(breaks.ofText(schema, value));
      broken.removeIf(text -> in.equals("path") && text.isBlank());
      if (!broken.isEmpty()) {
        String text = any(broken);
        way(in + " " + name + ": " + text, () -> put(in, name, List.of(text)));
      }
      if (required && in.equals("query")) {
        way("without " + name, () -> query.remove(name));
      }
    }

    private JsonNode parameterValue(String name, JsonNode schema) {
      List<String> told = known.getOrDefault(name, List.of());
      if (random.nextInt(6) == 0) {
        return values.value(name, schema);
      }
      if (told.isEmpty()) {
        return schema.has("example") ? schema.get("example") : values.value(name, schema);
      }
      return TextNode.valueOf(any(told.subList(Math.max(0, told.size() - RECENT), told.size())));
    }

    private void put(String in, String name, List<String> texts) {
      switch (in) {
        case "path" -> path.put(name, texts.get(0));
        case "query" -> query.put(name, texts);
        case "header" -> headers.put(name, asHeader(texts.get(0)));
        default -> throw new IllegalStateException("in: " + in);
      }
    }

    private void addCredentials() {
      JsonNode security =
          operation.node().path("security").isMissingNode()
              ? ContractDocument.ROOT.path("security")
              : operation.node().path("security");
      if (security.isEmpty()) {
        return;
      }
      for (Map.Entry<String, JsonNode> scheme : any(SchemaValues.list(security)).properties()) {
        addCredential(
            ContractDocument.ROOT.at("/components/securitySchemes/" + scheme.getKey()),
            CREDENTIALS.getOrDefault(scheme.getKey(), ""));
      }
    }

    private void addCredential(JsonNode scheme, String credential) {
      if (scheme.path("type").asText().equals("http")) {
        headers.put("Authorization", "Bearer " + credential);
        way("no token", () -> headers.remove("Authorization"));
        way("unknown token", () -> headers.put("Authorization", "Bearer " + credential + "x"));
        return;
      }
      String name = scheme.path("name").asText();
      put(scheme.path("in").asText(), name, List.of(credential));
      way(
          "no " + name,
          () -> (scheme.path("in").asText().equals("query") ? query : headers).remove(name));
    }

    private void addBody(boolean required, JsonNode content) {
      JsonNode schema = content.path("schema");
      JsonNode value = random.nextBoolean() ? content.path("example") : values.value("", schema);
      if (required || random.nextInt(4) > 0) {
        body = value.toString();
      }
      if (random.nextInt(3) == 0) {
        headers.put("Content-Type", any(List.of("application/json", "text/plain", "image/png")));
      }
      if (required) {
        way("no body", () -> body = "");
      }
      way("no JSON", () -> body = value + "}");
      List<JsonNode> broken = breaks.of(schema, value);
      broken.removeIf(each -> WireRequest.utf8(each.toString()).length > MAX_BODY_BYTES);
      for (int i = 0; i < BODY_WEIGHT; i++) {
        way("body", () -> body = any(broken).toString());
      }
    }

    Made made(Optional<String> what) {
      String target = operation.template();
      for (Map.Entry<String, String> entry : path.entrySet()) {
        target = target.replace("{" + entry.getKey() + "}", encoded(entry.getValue()));
      }
      List<String> pairs = new ArrayList<>();
      query.forEach(
          (name, texts) -> texts.forEach(text -> pairs.add(encoded(name) + "=" + encoded(text))));
      Collections.shuffle(pairs, random);
      return new Made(
          operation,
          pairs.isEmpty() ? target : target + "?" + String.join("&", pairs),
          Map.copyOf(headers),
          body,
          what);
    }
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? SchemaValues.list(value).stream().map(JsonNode::asText).collect(Collectors.toList())
        : List.of(value.asText());
  }

  /** Without what no header can have. */
  private static String asHeader(String text) {
    return text.replaceAll("[^ -~]", "").strip();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
