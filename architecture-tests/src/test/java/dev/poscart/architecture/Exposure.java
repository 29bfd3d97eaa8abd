package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which classes a package exposes. */
final class Exposure {

  private Exposure() {}

  /**
   * Both ends of the connection to the item master: the client, and the embedded server of the app.
   */
  static DescribedPredicate<JavaClass> itemMaster(House house) {
    return house.in("proto", "adapters.grpc", "app.itemmaster");
  }

  static ArchRule generatedTypesStay(House house) {
    return noClasses().that(not(itemMaster(house))).should().dependOnClassesThat(house.in("proto"));
  }

  static ArchRule noGeneratedTypeShown(House house) {
    DescribedPredicate<JavaClass> generated = house.in("proto");
    return classes()
        .that(house.in("adapters.grpc"))
        .and()
        .arePublic()
        .should(Conditions.haveNo("generated type", javaClass -> shown(javaClass, generated)));
  }

  static ArchRule showsOnly(House house, String room, String... names) {
    String[] listed = Stream.of(names).map(name -> room + "." + name).toArray(String[]::new);
    return noClasses().that(house.in(room)).and(not(house.named(listed))).should().bePublic();
  }

  private static Stream<String> shown(JavaClass javaClass, DescribedPredicate<JavaClass> type) {
    return javaClass.getMembers().stream()
        .filter(member -> member.getModifiers().contains(PUBLIC))
        .filter(member -> member.getAllInvolvedRawTypes().stream().anyMatch(type))
        .map(JavaMember::getFullName);
  }
}
