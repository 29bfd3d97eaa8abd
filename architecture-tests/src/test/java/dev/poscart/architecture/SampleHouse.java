package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample code below {@code broken}: classes named after a rule violate it. */
final class SampleHouse {

  static final String ROOT = "dev.poscart.architecture.broken";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(ROOT);

  private SampleHouse() {}

  /** What a rule reports about classes of one name; empty if they are all exempt. */
  static List<String> report(HouseRule rule, String name) {
    var law = rule.in(new House(ROOT)).allowEmptyShould(true);
    return law.evaluate(called(name)).getFailureReport().getDetails();
  }

  static boolean has(String name) {
    return !called(name).isEmpty();
  }

  /**
   * What violates a rule: members and classes whose names say so, or else each class named after
   * it.
   */
  static List<String> bad(HouseRule rule) {
    String name = nameOf(rule);
    List<String> marked = marked(name, "bad");
    return marked.isEmpty() ? called(name).stream().map(JavaClass::getName).toList() : marked;
  }

  /** What comes close to violating a rule. */
  static List<String> good(HouseRule rule) {
    return marked(nameOf(rule), "good");
  }

  /** {@code NO_CODE_BLOCKS} is violated by classes called {@code NoCodeBlocks}. */
  static String nameOf(HouseRule rule) {
    return Stream.of(rule.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static JavaClasses called(String name) {
    return CLASSES.that(
        describe(
            "called " + name, each -> topLevel(each).equals(each.getPackageName() + "." + name)));
  }

  private static List<String> marked(String name, String mark) {
    return called(name).stream()
        .flatMap(SampleHouse::namesIn)
        .filter(full -> simple(full).toLowerCase(Locale.ROOT).startsWith(mark))
        .toList();
  }

  private static Stream<String> namesIn(JavaClass javaClass) {
    Stream<String> members =
        javaClass.getMembers().stream().map(member -> javaClass.getName() + "." + member.getName());
    return Stream.concat(Stream.of(javaClass.getName()), members);
  }

  private static String topLevel(JavaClass javaClass) {
    return javaClass.getName().replaceFirst("\\$.*", "");
  }

  private static String simple(String full) {
    return full.replaceFirst(".*[.$]", "");
  }
}
