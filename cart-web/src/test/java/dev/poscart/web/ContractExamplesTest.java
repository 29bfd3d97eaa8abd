package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.web.Contract.Exchange;
import dev.poscart.web.ContractDocument.Operation;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples in the document are valid. */
class ContractExamplesTest {

  @Test
  void examplesOfAnswers_areValid() {
    int examples = 0;
    for (Operation operation : ContractDocument.operations()) {
      for (Map.Entry<String, JsonNode> response : operation.node().path("responses").properties()) {
        JsonNode content = resolved(response.getValue()).path("content").path("application/json");
        if (content.has("example")) {
          examples++;
          Contract.checkShape(
              new Exchange(
                  operation.method(),
                  uri(operation),
                  Integer.parseInt(response.getKey()),
                  headers(resolved(response.getValue()).path("headers")),
                  content.get("example").toString()));
        }
      }
    }
    assertThat(examples).isGreaterThan(200);
  }

  @Test
  void examplesOfRequests_areValid() {
    int examples = 0;
    for (Operation operation : ContractDocument.operations()) {
      JsonNode example =
          resolved(operation.node().path("requestBody"))
              .path("content")
              .path("application/json")
              .path("example");
      if (!example.isMissingNode()) {
        examples++;
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://x" + uri(operation) + "?terminal_id=A-1-1"))
                .header("X-API-KEY", "key")
                .header("Authorization", "Bearer x")
                .method(operation.method(), BodyPublishers.noBody())
                .build();
        Contract.checkRequest(request, example.toString());
      }
    }
    assertThat(examples).isGreaterThanOrEqualTo(12);
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? ContractDocument.ROOT.at(node.get("$ref").textValue().substring(1))
        : node;
  }

  private static URI uri(Operation operation) {
    return URI.create(
        operation
            .template()
            .replaceAll("\\{(lineNo|terminal_no|transaction_no)}", "1")
            .replace("{file}", "docs.js")
            .replace("{cart_id}", "00000000-0000-4000-8000-000000000001")
            .replaceAll("\\{[^}]+}", "x"));
  }

  /** Something valid for each header that must be there. */
  private static HttpHeaders headers(JsonNode described) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", List.of("application/json"));
    headers.put("X-Request-Id", List.of("r-1"));
    headers.put("Cache-Control", List.of("no-store"));
    for (Map.Entry<String, JsonNode> header : described.properties()) {
      JsonNode example = resolved(header.getValue()).path("schema").path("example");
      if (!example.isMissingNode()) {
        headers.put(header.getKey(), List.of(example.asText()));
      }
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }
}
