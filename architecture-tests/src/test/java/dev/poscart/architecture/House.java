package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packages below one root, so that a rule about the real house can be tried on a small one. It
 * records what a rule names, because a rule about packages that do not exist would always hold.
 */
final class House {

  // A package-info alone does not make a package.
  private static final DescribedPredicate<JavaClass> SIGNS =
      HasName.Predicates.nameEndingWith(".package-info").forSubtype();

  private final String root;
  private final Set<String> namedRooms = new TreeSet<>();
  private final Set<String> namedClasses = new TreeSet<>();

  House(String root) {
    this.root = root;
  }

  String root() {
    return root;
  }

  /** Classes of packages, named like {@code domain.model}, and of their subpackages. */
  DescribedPredicate<JavaClass> in(String... rooms) {
    namedRooms.addAll(List.of(rooms));
    return living(rooms);
  }

  /** Classes of any package. */
  DescribedPredicate<JavaClass> inside() {
    namedRooms.add("");
    return resideInAnyPackage(root + "..");
  }

  /** Classes named like {@code app.Main}, with their nested classes. */
  DescribedPredicate<JavaClass> named(String... classes) {
    namedClasses.addAll(List.of(classes));
    return exempt(classes);
  }

  /** The same for classes that a rule exempts. */
  DescribedPredicate<JavaClass> exempt(String... classes) {
    Set<String> full = new TreeSet<>();
    Stream.of(classes).forEach(name -> full.add(root + "." + name));
    return describe(
        "one of " + full,
        javaClass -> full.contains(javaClass.getName().replaceFirst("\\$.*", "")));
  }

  /** The packages and classes that a rule names and that do not exist. */
  List<String> missingFrom(JavaClasses classes) {
    Stream<String> rooms =
        namedRooms.stream().filter(room -> classes.that(living(room).and(not(SIGNS))).isEmpty());
    Stream<String> single =
        namedClasses.stream().filter(name -> !classes.contain(root + "." + name));
    return Stream.concat(rooms, single).toList();
  }

  private DescribedPredicate<JavaClass> living(String... rooms) {
    return resideInAnyPackage(
        Stream.of(rooms)
            .map(room -> room.isEmpty() ? root + ".." : root + "." + room + "..")
            .toArray(String[]::new));
  }
}
