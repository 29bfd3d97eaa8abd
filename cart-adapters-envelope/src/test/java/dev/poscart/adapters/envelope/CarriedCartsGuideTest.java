package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in docs/carried-carts.md, which authors of terminals compare their code with. */
class CarriedCartsGuideTest {

  private static final Path GUIDE = Path.of("").toAbsolutePath().resolveSibling("docs");

  @Test
  void example_isSignedAsTheGuideSays() throws Exception {
    String canonical = CanonicalJson.of(JsonTree.parse(block("canonical"))).toString();

    assertThat(canonical).isEqualTo(block("canonical text"));
    String signature =
        Vectors.ring("pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=")
            .signing("A1234", Vectors.CLOCK.instant())
            .orElseThrow()
            .sign(Vectors.whole(canonical));
    assertThat(signature).isEqualTo(block("signature"));
  }

  private static String block(String name) throws IOException {
    Matcher block =
        Pattern.compile("<!-- " + name + " -->\\R```\\w*\\R(.*?)\\R```", Pattern.DOTALL)
            .matcher(Files.readString(GUIDE.resolve("carried-carts.md")));
    assertThat(block.find()).as(name).isTrue();
    return block.group(1);
  }
}
