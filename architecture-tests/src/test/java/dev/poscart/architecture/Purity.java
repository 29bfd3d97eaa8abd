package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What the domain may not use, so that the same call always has the same result. */
final class Purity {

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private Purity() {}

  static ArchRule noClock(House house) {
    return noClasses()
        .that(house.in("domain"))
        .should()
        .accessTargetWhere(
            Calls.anyOf(
                Calls.where("now without a clock", Purity::isNowWithoutClock),
                Calls.of("java.time.Clock", "system", "systemUTC", "systemDefaultZone"),
                Calls.of("java.time.Clock", "tickMillis", "tickSeconds", "tickMinutes"),
                Calls.of("java.time.ZoneId", "systemDefault"),
                Calls.of("java.lang.System", "currentTimeMillis", "nanoTime"),
                Calls.of("java.util.Date", "<init>"),
                Calls.of("java.util.Calendar", "getInstance", "<init>")));
  }

  static ArchRule noChance(House house) {
    return noClasses()
        .that(house.in("domain"))
        .should()
        .accessTargetWhere(
            Calls.anyOf(
                Calls.of("java.lang.Math", "random"),
                Calls.of("java.lang.StrictMath", "random"),
                Calls.of("java.util.UUID", "randomUUID"),
                Calls.of("java.util.Collections", "shuffle")))
        .orShould()
        .dependOnClassesThat(
            belongToAnyOf(
                    Random.class,
                    SecureRandom.class,
                    ThreadLocalRandom.class,
                    SplittableRandom.class)
                .or(resideInAnyPackage("java.util.random..")));
  }

  static ArchRule noThread(House house) {
    return noClasses()
        .that(house.in("domain"))
        .should()
        .accessTargetWhere(
            Calls.anyOf(
                Calls.where("another thread", target -> target.getName().endsWith("Async")),
                Calls.of(
                    "java.util.concurrent.CompletableFuture",
                    "orTimeout",
                    "completeOnTimeout",
                    "delayedExecutor"),
                Calls.of("java.util.Collection", "parallelStream"),
                Calls.of("java.util.stream.BaseStream", "parallel")))
        .orShould()
        .dependOnClassesThat(
            belongToAnyOf(
                Thread.class,
                Timer.class,
                Executor.class,
                Executors.class,
                ExecutorService.class,
                ForkJoinPool.class));
  }

  static ArchRule noFloatingPoint(House house) {
    return classes()
        .that(house.in("domain"))
        .should(Conditions.haveNo("floating point", Purity::floatingPointIn));
  }

  static ArchRule immutableModel(House house) {
    return fields()
        .that()
        .areDeclaredInClassesThat(
            house.in("domain.model").and(not(house.named("domain.model.CartBuilder"))))
        .should()
        .beFinal();
  }

  private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
    return target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && !Calls.hasParameter(target, "java.time.Clock");
  }

  /** Looks at declarations and calls; a local variable gets its value from a call. */
  private static Stream<String> floatingPointIn(JavaClass javaClass) {
    Stream<String> declared =
        javaClass.getMembers().stream()
            .filter(member -> isFloating(member.getAllInvolvedRawTypes()))
            .map(member -> member.getFullName());
    Stream<String> called =
        javaClass.getAccessesFromSelf().stream()
            .filter(Purity::isFloating)
            .map(JavaAccess::getDescription);
    return Stream.concat(declared, called);
  }

  private static boolean isFloating(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && (isFloating(target.getRawParameterTypes())
            || isFloating(List.of(target.getRawReturnType())));
  }

  private static boolean isFloating(Collection<JavaClass> types) {
    return types.stream()
        .anyMatch(type -> FLOATING.contains(type.getBaseComponentType().getName()));
  }
}
