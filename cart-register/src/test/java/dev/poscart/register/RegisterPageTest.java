package dev.poscart.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegisterPageTest {

  private static final Pattern ASSET =
      Pattern.compile("(?:src|href)=\"/register/assets/([0-9a-f]{16})/([^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("from *['\"](\\.[^'\"]+)['\"]|import *['\"](\\.[^'\"]+)['\"]");

  private final RegisterPage register = RegisterPage.load();

  @Test
  void page_namesOnlyAssetsThatAreThere() {
    assertThat(assets()).hasSizeGreaterThan(10);
    assertThat(assets())
        .allSatisfy(
            found -> assertThat(register.asset(found.group(1), found.group(2))).isPresent());
  }

  @Test
  void page_hasNothingInline() {
    assertThat(text(register.page()))
        .doesNotContain("{{", "<style", "style=", "javascript:", "onclick", "http")
        .doesNotContainPattern("<script[^>]*>[^<]");
  }

  @Test
  void modules_importOnlyModulesThatAreServed() {
    Stream<MatchResult> modules = assets().filter(found -> found.group(2).endsWith(".js"));
    assertThat(modules)
        .allSatisfy(
            module -> {
              String name = module.group(2);
              String code = text(register.asset(register.hash(), name).orElseThrow());
              assertThat(IMPORT.matcher(code).results().map(RegisterPageTest::target))
                  .as(name)
                  .allSatisfy(
                      target ->
                          assertThat(register.asset(register.hash(), resolved(name, target)))
                              .as(target)
                              .isPresent());
            });
  }

  @Test
  void asset_ofAnotherVersion_isNotServed() {
    assertThat(register.asset(register.hash(), "main.js")).isPresent();
    assertThat(register.asset("0123456789abcdef", "main.js")).isEmpty();
  }

  @Test
  void filesOutsideThePage_areNotServed() {
    assertThat(register.asset(register.hash(), "../RegisterPage.class")).isEmpty();
    assertThat(register.asset(register.hash(), "index.html")).isEmpty();
    assertThat(register.picture("../page/main.js")).isEmpty();
  }

  private Stream<MatchResult> assets() {
    return ASSET.matcher(text(register.page())).results();
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
