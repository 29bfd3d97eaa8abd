package dev.poscart.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions that ArchUnit does not offer. */
final class Conditions {

  private Conditions() {}

  /**
   * Holds for classes in which nothing is found.
   *
   * @param search describes each violation
   */
  static ArchCondition<JavaClass> haveNo(String what, Function<JavaClass, Stream<String>> search) {
    return new ArchCondition<>("have no " + what) {
      @Override
      public void check(JavaClass javaClass, ConditionEvents events) {
        search
            .apply(javaClass)
            .map(found -> found + " in " + javaClass.getName() + " (expected: no " + what + ")")
            .forEach(line -> events.add(SimpleConditionEvent.violated(javaClass, line)));
      }
    };
  }
}
