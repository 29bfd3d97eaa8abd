package dev.poscart.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrowserPageTest {

  private static final Pattern ASSET =
      Pattern.compile("(?:src|href)=\"/(?:register|ops)/assets/([0-9a-f]{16})/([^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("from *['\"](\\.[^'\"]+)['\"]|import *['\"](\\.[^'\"]+)['\"]");

  private final BrowserPage register = BrowserPage.register();

  static List<BrowserPage> pages() {
    return List.of(BrowserPage.register(), BrowserPage.ops());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_namesOnlyAssetsThatAreThere(BrowserPage page) {
    assertThat(assets(page)).hasSizeGreaterThan(10);
    assertThat(assets(page))
        .allSatisfy(found -> assertThat(page.asset(found.group(1), found.group(2))).isPresent());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_hasNothingInline(BrowserPage page) {
    assertThat(text(page.page(List.of())))
        .doesNotContain("{{", "<style", "style=", "javascript:", "onclick", "http")
        .doesNotContainPattern("<script[^>]*>[^<]");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void modules_importOnlyModulesThatAreServed(BrowserPage page) {
    Stream<MatchResult> modules = assets(page).filter(found -> found.group(2).endsWith(".js"));
    assertThat(modules)
        .allSatisfy(
            module -> {
              String name = module.group(2);
              String code = text(page.asset(page.hash(), name).orElseThrow());
              assertThat(IMPORT.matcher(code).results().map(BrowserPageTest::target))
                  .as(name)
                  .allSatisfy(
                      target ->
                          assertThat(page.asset(page.hash(), resolved(name, target)))
                              .as(target)
                              .isPresent());
            });
  }

  @Test
  void register_isToldTheServicesThatItMayGoOnAt() {
    PageFile page = register.page(List.of("https://north.example", "https://south.example"));
    assertThat(text(page))
        .contains("name=\"api-origins\" content=\"https://north.example https://south.example\"");
  }

  @Test
  void asset_ofAnotherVersion_isNotServed() {
    assertThat(register.asset(register.hash(), "main.js")).isPresent();
    assertThat(register.asset("0123456789abcdef", "main.js")).isEmpty();
  }

  @Test
  void filesOutsideThePage_areNotServed() {
    assertThat(register.asset(register.hash(), "../BrowserPage.class")).isEmpty();
    assertThat(register.asset(register.hash(), "index.html")).isEmpty();
    assertThat(Pictures.load().get("../page/main.js")).isEmpty();
  }

  private static Stream<MatchResult> assets(BrowserPage page) {
    return ASSET.matcher(text(page.page(List.of()))).results();
  }

  private static String target(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static String resolved(String module, String target) {
    return java.nio.file.Path.of(module).resolveSibling(target).normalize().toString();
  }

  private static String text(PageFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }
}
