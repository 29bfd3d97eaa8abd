package dev.poscart.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The architecture rules that can only be checked on sources. */
enum SourceRule {
  PACKAGES_SAY_THEIR_PURPOSE(SourceRule::silentPackages),
  DOMAIN_WRITES_NO_FLOATING_POINT(SourceRule::floatingPoint),
  DOMAIN_NAMES_NOTHING_AS_THE_WIRE_DOES(SourceRule::wireNames),
  NO_HAND_WRITTEN_JAVA_BESIDE_THE_GENERATED(Source::javaFiles),
  TESTS_WAIT_FOR_CONDITIONS(SourceRule::sleeping);

  private static final Pattern FLOATING =
      Pattern.compile("\\b(?:double|float|Double|Float)\\b|(?<![\\w.])\\d[\\d_]*\\.\\d");

  /**
   * Arrows in paths, snake case, header names, and URL paths. Names in camel case look like Java
   * names: the constructor of a value may name its own component; anything else is a violation.
   */
  static final Pattern WIRE_NAME =
      Pattern.compile(
          "->|[a-z0-9]_[a-z0-9]|\\b(?:If|X|[A-Z][a-z]{2,})(?:-[A-Z][A-Za-z]+)+|(?<!\\w)/[a-z]|/\\{");

  /** Sleeps for a fixed time, or waits for one and ignores the outcome. */
  private static final Pattern SLEEP =
      Pattern.compile(
          "\\.sleep\\s*\\(|\\bparkNanos\\s*\\(|\\bparkUntil\\s*\\("
              + "|(?m:^\\s*[\\w.]+\\.(?:await|join|wait)\\(\\s*[\\d_]+L?\\b)");

  /** How a stand-in is slow; not for tests themselves. */
  private static final Pattern DELAY = Pattern.compile("\\bDelay\\s*\\.");

  private static final Pattern MAY_SLEEP = Pattern.compile("(?:Await|Delay)\\.java");
  private static final Pattern IS_TEST = Pattern.compile("\\w+(?:Test|Contract)\\.java");

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Path, List<Path>> search;

  SourceRule(Function<Path, List<Path>> search) {
    this.search = search;
  }

  /** The files and folders below a folder that violate the rule. */
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

  /** Tests share the package-info of the package under test. */
  private static Path besideTests(Path folder) {
    return Path.of(folder.toString().replace("/src/test/java/", "/src/main/java/"));
  }

  /** The document form is a wire form of its own; docs/decisions/0006 says why it is there. */
  private static List<Path> wireNames(Path folder) {
    return Source.javaFiles(folder).stream()
        .filter(file -> !file.resolveSibling("").endsWith("domain/document"))
        .filter(file -> Source.literals(file).stream().anyMatch(WIRE_NAME.asPredicate()))
        .toList();
  }

  private static List<Path> floatingPoint(Path folder) {
    return Source.javaFiles(folder).stream()
        .filter(file -> FLOATING.matcher(Source.code(file)).find())
        .toList();
  }

  private static List<Path> sleeping(Path folder) {
    return Source.javaFiles(folder).stream().filter(SourceRule::sleeps).toList();
  }

  private static boolean sleeps(Path file) {
    String name = file.getFileName().toString();
    String code = Source.code(file);
    return (SLEEP.matcher(code).find() && !MAY_SLEEP.matcher(name).matches())
        || (DELAY.matcher(code).find() && IS_TEST.matcher(name).matches());
  }
}
