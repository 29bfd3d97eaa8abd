package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which packages may depend on which. */
final class Layers {

  private static final String[] ROOMS = {
    "proto",
    "domain.model",
    "domain.code",
    "domain.pricing",
    "domain.sale",
    "domain.report",
    "domain.receipt",
    "domain.port",
    "domain.document",
    "domain.usecase",
    "adapters.envelope",
    "adapters.grpc",
    "adapters.http",
    "adapters.mongo",
    "adapters.sqlite",
    "register",
    "web",
    "app"
  };

  private Layers() {}

  static ArchRule rooms(House house) {
    return classes().that(house.inside()).should().resideInAnyPackage(packagesOf(house));
  }

  /** The package may depend only on the given ones, apart from libraries. */
  static ArchRule knowsOnly(House house, String room, String... others) {
    DescribedPredicate<JavaClass> allowed = house.in(room).or(house.in(others));
    return classes()
        .that(house.in(room))
        .should()
        .onlyDependOnClassesThat(allowed.or(not(house.inside())));
  }

  static ArchRule adapterKnowsOnly(House house, String adapter, String... others) {
    String[] domain = {"domain.model", "domain.port", "domain.document"};
    return knowsOnly(
        house, adapter, Stream.concat(Stream.of(domain), Stream.of(others)).toArray(String[]::new));
  }

  static ArchRule web(House house) {
    return knowsOnly(
        house,
        "web",
        "domain.usecase",
        "domain.sale",
        "domain.report",
        "domain.model",
        "domain.port",
        "register");
  }

  static ArchRule webCallsNoPort(House house) {
    return noClasses().that(house.in("web")).should().dependOnClassesThat(arePorts(house));
  }

  /** Lists of carts that are not changed may be read elsewhere (docs/decisions/0008). */
  static ArchRule oneSeamForCarts(House house) {
    String store = "domain.port.CartStore";
    house.named(store);
    return noClasses()
        .that(house.in("domain.usecase"))
        .and(not(house.named("domain.usecase.change.CartRepository")))
        .should()
        .accessTargetWhere(
            Calls.of(house.root() + "." + store, "find", "insert", "replace", "remove"));
  }

  static ArchRule onlyAppKnowsAdapters(House house) {
    return noClasses()
        .that(
            not(
                house.in(
                    "app",
                    "adapters.envelope",
                    "adapters.grpc",
                    "adapters.http",
                    "adapters.mongo",
                    "adapters.sqlite")))
        .should()
        .dependOnClassesThat(house.in("adapters"));
  }

  static ArchRule noCycles(House house) {
    house.inside();
    return slices().matching(house.root() + ".(**)").should().beFreeOfCycles();
  }

  /** Ports are the top-level interfaces; the types nested in them are their results. */
  static DescribedPredicate<JavaClass> arePorts(House house) {
    return house
        .in("domain.port")
        .and(describe("are ports", each -> each.isInterface() && each.isTopLevelClass()));
  }

  private static String[] packagesOf(House house) {
    house.in(ROOMS);
    return Stream.of(ROOMS).map(room -> house.root() + "." + room + "..").toArray(String[]::new);
  }
}
