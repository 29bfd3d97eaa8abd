package dev.poscart.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers {@code /}: with kugelpos's welcome for machines, with the start page for browsers. */
final class StartRoutes {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";
  private static final String HTML = "text/html;charset=utf-8";

  private final StartPage page;
  private final HealthRoutes health;

  StartRoutes(StartPage page, HealthRoutes health) {
    this.page = page;
    this.health = health;
  }

  CompletionStage<Renderable> start(ApiRequest request) {
    return CompletableFuture.completedFuture(
        request.accept().filter(types -> types.contains("text/html")).isPresent()
            ? () -> Answer.text(HTML, html()).with("Content-Security-Policy", POLICY)
            : health.welcome());
  }

  private String html() {
    StringBuilder rows = new StringBuilder();
    for (StartPage.Entry entry : page.entries()) {
      rows.append("<dt>").append(escaped(entry.name())).append("</dt><dd>");
      rows.append(linked(entry.path(), escaped(entry.text()))).append("</dd>\n");
    }
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Poscart</title>
        <link rel="icon" href="/register/pictures/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/docs/start.css">
        </head>
        <body>
        <main>
        <h1>Poscart is running</h1>
        <dl>
        %s</dl>
        </main>
        </body>
        </html>
        """
        .formatted(rows);
  }

  private static String linked(Optional<String> path, String text) {
    return path.map(to -> "<a href=\"" + escaped(to) + "\">" + text + "</a>").orElse(text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
