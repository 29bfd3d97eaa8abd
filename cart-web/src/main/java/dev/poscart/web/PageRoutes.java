package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.register.BrowserPage;
import dev.poscart.register.PageFile;
import dev.poscart.register.Pictures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the pages in the browser: the register, a till, and the page for the person on duty. Their
 * content security policy allows scripts and styles of this service only, requests to it and, for
 * the register, to the services that it may go on at, and nothing inline.
 */
final class PageRoutes {

  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
          + "trusted-types lit-html; require-trusted-types-for 'script'; connect-src 'self'";

  /** Read with the first request for the page, since not every service is asked for it. */
  private static final class Register {
    static final BrowserPage PAGE = BrowserPage.register();
  }

  /** Read with the first request for it, too. */
  private static final class Ops {
    static final BrowserPage PAGE = BrowserPage.ops();
  }

  private static final class Drawings {
    static final Pictures ALL = Pictures.load();
  }

  private final List<String> registerOrigins;

  PageRoutes(List<String> registerOrigins) {
    this.registerOrigins = registerOrigins;
  }

  List<Route> routes() {
    return List.of(
        Route.open("/register", page(() -> Register.PAGE, registerOrigins)),
        Route.open("/register/assets/{hash}/{asset}", asset(() -> Register.PAGE)),
        Route.open("/register/assets/{hash}/{folder}/{asset}", asset(() -> Register.PAGE)),
        Route.open("/register/pictures/{picture}", PageRoutes::picture),
        Route.open("/ops", page(() -> Ops.PAGE, List.of())),
        Route.open("/ops/assets/{hash}/{asset}", asset(() -> Ops.PAGE)));
  }

  /**
   * @param origins that the page may call beside its own
   */
  private static Endpoint.Action page(Supplier<BrowserPage> page, List<String> origins) {
    String policy =
        Stream.concat(Stream.of(POLICY), origins.stream()).collect(Collectors.joining(" "));
    return request ->
        rendered(
            () ->
                answer(page.get().page(origins))
                    .with(CACHE_CONTROL, "no-cache")
                    .with("Content-Security-Policy", policy));
  }

  private static Endpoint.Action asset(Supplier<BrowserPage> page) {
    return request -> {
      String hash = request.path("hash");
      String name = assetName(request);
      return rendered(
          () ->
              found(
                  name,
                  page.get().asset(hash, name),
                  file -> file.with(CACHE_CONTROL, "public, max-age=31536000, immutable")));
    };
  }

  private static String assetName(ApiRequest request) {
    String folder = request.path("folder");
    return (folder.isEmpty() ? "" : folder + "/") + request.path("asset");
  }

  private static CompletionStage<Renderable> picture(ApiRequest request) {
    String name = request.path("picture");
    return rendered(
        () ->
            found(
                name,
                Drawings.ALL.get(name),
                file -> file.with(CACHE_CONTROL, "public, max-age=86400")));
  }

  private static Answer found(String name, Optional<PageFile> file, UnaryOperator<Answer> kept) {
    return file.map(PageRoutes::answer)
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
