package dev.poscart.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.lang.ArchRule;

/** Habits that keep names meaningful and wiring visible. */
final class Habits {

  private Habits() {}

  static ArchRule noFieldInjection(House house) {
    return noFields()
        .that()
        .areDeclaredInClassesThat(house.inside())
        .should()
        .beAnnotatedWith(
            describe("@Inject", each -> each.getRawType().getSimpleName().equals("Inject")));
  }

  static ArchRule noVagueClassNames(House house) {
    return noClasses()
        .that(house.inside())
        .should()
        .haveNameMatching(".*(Util|Utils|Utility|Helper|Helpers|Manager|Impl)");
  }

  static ArchRule noVaguePackageNames(House house) {
    return noClasses()
        .that(house.inside())
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..");
  }

  static ArchRule onlyAppPrints(House house) {
    return noClasses()
        .that(house.inside())
        .and(not(house.in("app")))
        .should(ACCESS_STANDARD_STREAMS);
  }
}
