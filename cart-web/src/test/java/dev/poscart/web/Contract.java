package dev.poscart.web;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks requests and answers in tests against the API document. A difference fails the test that
 * made the call.
 */
public final class Contract {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Answers of the server itself, before a request is routed. */
  private static final Set<String> ANY_ROUTE =
      ContractDocument.texts(ContractDocument.ROOT.path("x-error-codes-of-any-route"));

  private static final Set<String> UNROUTED =
      Set.of("307", "404{\"detail\":\"Not Found\"}", "405{\"detail\":\"Method Not Allowed\"}");

  /** The description of GET applies to HEAD, except for the body. */
  private static final Set<String> BODYLESS = Set.of("HEAD", "OPTIONS");

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(
              new String(OpenApiDocument.yaml().read(), StandardCharsets.UTF_8))
          // Objects are closed only where the document says so.
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                  .build())
          .withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(2_000))
          .build();

  private Contract() {}

  /** An answer with its request. */
  record Exchange(String method, URI uri, int status, HttpHeaders headers, String body) {

    String error() {
      return status + "/" + json().at("/user_error/code").asText();
    }

    JsonNode json() {
      String type = headers.firstValue("Content-Type").orElse("");
      try {
        return type.startsWith("application/json") ? MAPPER.readTree(body) : MAPPER.missingNode();
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    AssertionError violation(String what) {
      return new AssertionError(
          method + " " + uri + " is not as openapi.yaml says: " + what + "\n" + this);
    }
  }

  /** Fails unless status, headers and body are as described for this operation. */
  public static void checkAnswer(HttpResponse<String> response) {
    checkAnswer(
        new Exchange(
            response.request().method(),
            response.request().uri(),
            response.statusCode(),
            response.headers(),
            response.body()));
  }

  static void checkAnswer(Exchange exchange) {
    if (BODYLESS.contains(exchange.method())) {
      return;
    }
    Optional<ContractDocument.Operation> operation =
        ContractDocument.find(exchange.method(), exchange.uri().getRawPath());
    if (operation.isPresent()) {
      checkRouted(operation.get(), exchange);
    } else {
      checkUnrouted(exchange);
    }
  }

  /** Fails unless the request is one that the document allows. */
  public static void checkRequest(HttpRequest request, String body) {
    problem(request, body)
        .ifPresent(
            problem -> {
              throw new AssertionError(request + " " + body + ": " + problem);
            });
  }

  /** What the document does not allow in a request. */
  static Optional<String> problem(HttpRequest request, String body) {
    SimpleRequest.Builder sent =
        new SimpleRequest.Builder(request.method(), request.uri().getRawPath())
            .withContentType("application/json");
    request.headers().map().forEach(sent::withHeader);
    Optional.ofNullable(request.uri().getRawQuery())
        .map(Optional::of)
        .map(QueryString::parse)
        .ifPresent(query -> query.forEach(sent::withQueryParam));
    if (!body.isEmpty()) {
      sent.withBody(body);
    }
    ValidationReport report = VALIDATOR.validateRequest(sent.build());
    return report.hasErrors() ? Optional.of(text(report)) : Optional.empty();
  }

  private static void checkRouted(ContractDocument.Operation operation, Exchange exchange) {
    boolean refused = exchange.json().has("user_error");
    if (refused && !operation.errors().contains(exchange.error())) {
      if (!ANY_ROUTE.contains(exchange.error())) {
        throw exchange.violation("x-error-codes lack " + exchange.error());
      }
      return;
    }
    checkShape(exchange);
    JsonNode done = exchange.json().path("operation");
    if (!refused && done.isTextual() && !done.textValue().equals(operation.id())) {
      throw exchange.violation("operationId is " + operation.id());
    }
  }

  static void checkShape(Exchange exchange) {
    SimpleResponse.Builder answer = new SimpleResponse.Builder(exchange.status());
    exchange.headers().map().forEach(answer::withHeader);
    if (!exchange.body().isEmpty()) {
      answer.withBody(exchange.body());
    }
    ValidationReport report =
        VALIDATOR.validateResponse(
            exchange.uri().getRawPath(), Request.Method.valueOf(exchange.method()), answer.build());
    if (report.hasErrors()) {
      throw exchange.violation(text(report));
    }
  }

  private static void checkUnrouted(Exchange exchange) {
    boolean plain = UNROUTED.contains(exchange.status() + exchange.body());
    if (!plain && !ANY_ROUTE.contains(exchange.error())) {
      throw exchange.violation("there is no such operation");
    }
  }

  private static String text(ValidationReport report) {
    return report.getMessages().stream()
        .map(ValidationReport.Message::toString)
        .collect(Collectors.joining("\n"));
  }
}
