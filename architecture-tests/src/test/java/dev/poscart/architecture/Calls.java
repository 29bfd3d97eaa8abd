package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Calls by name. A method reference counts as a call: both are accesses. */
final class Calls {

  private Calls() {}

  /** Calls of these methods on the type or a subtype. */
  static DescribedPredicate<JavaAccess<?>> of(String type, String... methods) {
    Set<String> names = Set.of(methods);
    return where(
        type + "." + names,
        target -> names.contains(target.getName()) && target.getOwner().isAssignableTo(type));
  }

  /** Calls of these methods with a parameter of that type. */
  static DescribedPredicate<JavaAccess<?>> with(String parameter, String type, String... methods) {
    DescribedPredicate<JavaAccess<?>> called = of(type, methods);
    return called.and(where("with " + parameter, target -> hasParameter(target, parameter)));
  }

  static DescribedPredicate<JavaAccess<?>> where(
      String description, Predicate<CodeUnitAccessTarget> test) {
    return describe(
        description,
        access -> access.getTarget() instanceof CodeUnitAccessTarget target && test.test(target));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  static DescribedPredicate<JavaAccess<?>> anyOf(DescribedPredicate<JavaAccess<?>>... calls) {
    List<DescribedPredicate<JavaAccess<?>>> all = List.of(calls);
    return describe(
        "any of " + all.stream().map(DescribedPredicate::getDescription).toList(),
        access -> all.stream().anyMatch(call -> call.test(access)));
  }

  static boolean hasParameter(CodeUnitAccessTarget target, String type) {
    return target.getRawParameterTypes().stream().anyMatch(each -> each.getName().equals(type));
  }
}
