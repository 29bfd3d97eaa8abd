package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.register.PageFile;
import dev.poscart.register.RegisterPage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Serves the register, a till in the browser. Its content security policy allows scripts, styles
 * and requests of this service only, and nothing inline.
 */
final class RegisterRoutes {

  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "trusted-types lit-html; require-trusted-types-for 'script'";

  /** Read with the first request for the page, since not every service is asked for it. */
  private static final class Loaded {
    static final RegisterPage PAGE = RegisterPage.load();
  }

  CompletionStage<Renderable> page(ApiRequest request) {
    return rendered(
        () ->
            answer(Loaded.PAGE.page())
                .with(CACHE_CONTROL, "no-cache")
                .with("Content-Security-Policy", POLICY));
  }

  CompletionStage<Renderable> asset(ApiRequest request) {
    String hash = request.path("hash");
    String folder = request.path("folder");
    String name = (folder.isEmpty() ? "" : folder + "/") + request.path("asset");
    return rendered(
        () ->
            found(
                name,
                Loaded.PAGE.asset(hash, name),
                file -> file.with(CACHE_CONTROL, "public, max-age=31536000, immutable")));
  }

  CompletionStage<Renderable> picture(ApiRequest request) {
    String name = request.path("picture");
    return rendered(
        () ->
            found(
                name,
                Loaded.PAGE.picture(name),
                file -> file.with(CACHE_CONTROL, "public, max-age=86400")));
  }

  private static Answer found(String name, Optional<PageFile> file, UnaryOperator<Answer> kept) {
    return file.map(RegisterRoutes::answer)
        .map(kept)
        .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "No such file: ", name));
  }

  private static Answer answer(PageFile file) {
    return Answer.file(file.contentType(), file.content()).compressible();
  }

  private static CompletionStage<Renderable> rendered(Renderable answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
