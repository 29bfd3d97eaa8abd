package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which package may use which library. */
final class Libraries {

  private static final String INTERNAL = "io.grpc.Internal";

  private Libraries() {}

  static ArchRule noneInTheDomain(House house) {
    return classes()
        .that(house.in("domain"))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..").or(house.in("domain")));
  }

  static ArchRule guice(House house) {
    return only(
        house.in("app"),
        "com.google.inject..",
        "jakarta.inject..",
        "javax.inject..",
        "aopalliance..");
  }

  static ArchRule grpc(House house) {
    return only(Exposure.itemMaster(house), "io.grpc..", "io.netty..", "com.google.protobuf..");
  }

  /** What gRPC marks as internal may disappear with its next version. Generated code is exempt. */
  static ArchRule publicGrpc(House house) {
    return classes()
        .that(house.in("adapters.grpc", "app.itemmaster"))
        .should(Conditions.haveNo("internal API of gRPC", Libraries::internalGrpc));
  }

  private static Stream<String> internalGrpc(JavaClass javaClass) {
    Stream<String> classes =
        javaClass.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isInternalGrpc(dependency.getTargetClass()))
            .map(Dependency::getDescription);
    Stream<String> members =
        javaClass.getAccessesFromSelf().stream()
            .filter(access -> isInternalGrpc(access.getTarget()))
            .map(JavaAccess::getDescription);
    return Stream.concat(classes, members);
  }

  private static boolean isInternalGrpc(JavaClass javaClass) {
    return javaClass.getPackageName().startsWith("io.grpc.internal")
        || javaClass.isAnnotatedWith(INTERNAL);
  }

  private static boolean isInternalGrpc(AccessTarget target) {
    return target.resolveMember().filter(member -> member.isAnnotatedWith(INTERNAL)).isPresent();
  }

  static ArchRule mongoDriver(House house) {
    return only(
        house.in("adapters.mongo"),
        "com.mongodb..",
        "org.bson..",
        "reactor..",
        "org.reactivestreams..");
  }

  static ArchRule sql(House house) {
    return only(house.in("adapters.sqlite"), "java.sql..", "javax.sql..", "org.sqlite..");
  }

  static ArchRule javalin(House house) {
    return only(
        house.in("web"), "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin..");
  }

  static ArchRule jackson(House house) {
    return only(
        house.in("web", "adapters.envelope", "adapters.http", "adapters.sqlite", "app"),
        "com.fasterxml.jackson..");
  }

  static ArchRule micrometer(House house) {
    return only(house.in("app"), "io.micrometer..", "io.prometheus..");
  }

  static ArchRule openTelemetry(House house) {
    return only(house.in("app.tracing"), "io.opentelemetry..");
  }

  static ArchRule tokens(House house) {
    return only(house.in("app.token"), "com.nimbusds..");
  }

  static ArchRule commandLine(House house) {
    return only(house.in("app.config"), "picocli..");
  }

  static ArchRule logging(House house) {
    return only(
        house.in("app"),
        "ch.qos.logback..",
        "java.util.logging..",
        "org.apache.log4j..",
        "org.apache.logging..",
        "org.apache.commons.logging..");
  }

  private static ArchRule only(DescribedPredicate<JavaClass> rooms, String... packages) {
    return noClasses().that(not(rooms)).should().dependOnClassesThat().resideInAnyPackage(packages);
  }
}
