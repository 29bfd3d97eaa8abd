package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between documents lead to files and headings that exist. */
class DocumentLinksTest {

  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");

  /** Folders of built and installed files, whose documents are not ours. */
  private static final Pattern MADE = Pattern.compile("(?:.*/)?(?:target|node_modules)/.*");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  @TempDir Path folder;

  @Test
  void links_pointToFilesAndHeadings() throws IOException {
    List<Path> documents;
    try (Stream<Path> files = Files.walk(ROOT)) {
      documents =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !MADE.matcher(ROOT.relativize(file).toString()).matches())
              .toList();
    }
    assertThat(documents).contains(ROOT.resolve("README.md"), ROOT.resolve("docs/settings.md"));
    assertThat(documents.stream().flatMap(DocumentLinksTest::broken)).isEmpty();
  }

  @Test
  void brokenLinks_areReported() throws IOException {
    Files.writeString(folder.resolve("there.md"), "# A `good` heading, here\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        [1](there.md) [2](there.md#a-good-heading-here) [3](#own) [4](https://example.org/x)
        [5](gone.md) [6](there.md#gone) [7](#gone)
        ## Own
        """);
    assertThat(broken(page))
        .containsExactly(page + " -> gone.md", page + " -> there.md#gone", page + " -> #gone");
  }

  private static Stream<String> broken(Path document) {
    return LINK.matcher(Source.text(document))
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .filter(target -> !leadsSomewhere(document, target))
        .map(target -> document + " -> " + target);
  }

  private static boolean leadsSomewhere(Path document, String target) {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
  }

  /** Headings in the form that links to them have: lower case, hyphens for spaces, no marks. */
  private static Set<String> headings(Path file) {
    return HEADING
        .matcher(Source.text(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
