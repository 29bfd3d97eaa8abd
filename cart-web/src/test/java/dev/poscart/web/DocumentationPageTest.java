package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.ContractDocument.Operation;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; skipped where there is none. */
@Slow
class DocumentationPageTest {

  @TempDir Path folder;

  @Test
  void page_listsEveryOperation_andLoadsNothingFromElsewhere() throws Exception {
    Optional<Path> program = ChromiumBrowser.find();
    assumeTrue(program.isPresent(), "no Chromium on this machine");
    try (Shop shop = Shop.open()) {
      ChromiumBrowser.Rendering page =
          new ChromiumBrowser(program.get(), folder)
              .render("http://127.0.0.1:" + shop.server.port() + "/docs");

      for (Operation operation : ContractDocument.operations()) {
        assertThat(page.dom()).as(operation.name()).contains("data-path=\"" + operation.template());
      }
      assertThat(page.dom()).contains("Authorize", "403002");
      assertThat(page.log()).doesNotContain("Content Security Policy", "ERR_", "Uncaught");
      assertThat(shop.answered)
          .containsExactlyInAnyOrder(
              "GET /docs 200",
              "GET /docs/{file} 200",
              "GET /docs/{file} 200",
              "GET /docs/{file} 200",
              "GET /openapi.json 200");
    }
  }
}
