package dev.poscart.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house that can be seen in its sources only. */
enum SourceRule {
  PACKAGES_SAY_THEIR_PURPOSE(SourceRule::silentPackages),
  DOMAIN_WRITES_NO_FLOATING_POINT(SourceRule::floatingPoint),
  NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED(Source::javaFiles);

  private static final Pattern FLOATING =
      Pattern.compile("\\b(?:double|float|Double|Float)\\b|(?<![\\w.])\\d[\\d_]*\\.\\d");

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Path, List<Path>> search;

  SourceRule(Function<Path, List<Path>> search) {
    this.search = search;
  }

  /** The files and folders below a folder that break the rule. */
  List<Path> violationsBelow(Path folder) {
    return search.apply(folder);
  }

  private static List<Path> silentPackages(Path folder) {
    TreeSet<Path> packages = new TreeSet<>();
    Source.javaFiles(folder).forEach(file -> packages.add(file.resolveSibling("")));
    return packages.stream().filter(each -> !saysItsPurpose(each)).toList();
  }

  private static boolean saysItsPurpose(Path folder) {
    return Stream.of(folder, besideTests(folder))
        .map(each -> each.resolve("package-info.java"))
        .anyMatch(file -> Files.exists(file) && Source.text(file).startsWith("/**"));
  }

  /** Tests share the sign of the package that they test. */
  private static Path besideTests(Path folder) {
    return Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
  }

  private static List<Path> floatingPoint(Path folder) {
    return Source.javaFiles(folder).stream()
        .filter(file -> FLOATING.matcher(Source.code(file)).find())
        .toList();
  }
}
