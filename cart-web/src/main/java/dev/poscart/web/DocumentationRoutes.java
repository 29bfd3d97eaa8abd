package dev.poscart.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Serves the OpenAPI document and a page that displays it. The page loads files of this service
 * only, so it works without internet access; its content security policy enforces that.
 */
final class DocumentationRoutes {

  private static final String KEPT = "max-age=300";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; "
          + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The files below {@code /docs/}; no other name is looked up. */
  private static final Map<String, Resource> FILES =
      Map.of(
          "start.css", Resource.ours("docs/start.css", "text/css"),
          "docs.js", Resource.ours("docs/docs.js", "text/javascript"),
          "swagger-ui.css", Resource.swaggerUi("swagger-ui.css", "text/css"),
          "swagger-ui-bundle.js", Resource.swaggerUi("swagger-ui-bundle.js", "text/javascript"));

  private static final Resource PAGE = Resource.ours("docs/docs.html", "text/html");

  CompletionStage<Renderable> yaml(ApiRequest request) {
    return rendered(() -> kept(OpenApiDocument.yaml().answer()));
  }

  CompletionStage<Renderable> json(ApiRequest request) {
    return rendered(() -> kept(Answer.of(200, OpenApiDocument.json())));
  }

  CompletionStage<Renderable> page(ApiRequest request) {
    return rendered(() -> kept(PAGE.answer()).with("Content-Security-Policy", POLICY));
  }

  CompletionStage<Renderable> file(ApiRequest request) {
    Optional<Resource> found = Optional.ofNullable(FILES.get(request.path("file")));
    return rendered(
        () -> found.map(file -> kept(file.answer())).orElseGet(UnknownRoutes::notFound));
  }

  /** These files change only with the version of the service. */
  private static Answer kept(Answer answer) {
    return answer.with("Cache-Control", KEPT);
  }

  private static CompletionStage<Renderable> rendered(Renderable answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
