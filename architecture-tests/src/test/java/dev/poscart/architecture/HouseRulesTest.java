package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {

  private static final String ROOT = "dev.poscart";
  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @EnumSource
  void rule_isKept(HouseRule rule) {
    House house = new House(ROOT);
    var law = rule.in(house);
    List<String> missing = house.missingFrom(PRODUCTION);
    assertThat(missing).as("rooms and classes that %s names in vain", rule).isEmpty();
    law.check(PRODUCTION);
  }

  @ParameterizedTest
  @EnumSource
  void rule_findsItsViolationAndNothingElse(HouseRule rule) {
    List<String> report = SampleHouse.report(rule, SampleHouse.nameOf(rule));
    assertThat(SampleHouse.bad(rule))
        .isNotEmpty()
        .allSatisfy(bad -> assertThat(report).anyMatch(line -> line.contains(bad)));
    assertThat(SampleHouse.good(rule))
        .allSatisfy(good -> assertThat(report).noneMatch(line -> line.contains(good)));
  }

  @ParameterizedTest
  @CsvSource({
    "ONLY_THE_REPOSITORY_LOADS_AND_SAVES_CARTS, CartRepository",
    "PORTS_ANSWER_WITH_STAGES, Identifiers",
    "PORTS_ANSWER_WITH_STAGES, StoreSet",
    "NO_CODE_BLOCKS, Main",
    "NO_CODE_BLOCKS, OperationQueue",
    "MODEL_IS_IMMUTABLE, CartBuilder",
    "GRPC_ONLY_AT_THE_ITEM_MASTER, EmbeddedItemMaster",
    "GENERATED_TYPES_STAY_AT_THE_ITEM_MASTER, EmbeddedItemMaster",
    "ENVELOPE_ADAPTER_SHOWS_FEW_CLASSES, CartEnvelopes",
    "GRPC_ADAPTER_SHOWS_FEW_CLASSES, ItemMasterAdapter",
    "HTTP_ADAPTER_SHOWS_FEW_CLASSES, HttpEventPublisher",
    "MONGO_ADAPTER_SHOWS_FEW_CLASSES, MongoStoreSet",
    "SQLITE_ADAPTER_SHOWS_FEW_CLASSES, SqliteStoreSet",
  })
  void rule_allowsItsException(HouseRule rule, String exception) {
    assertThat(SampleHouse.has(exception)).isTrue();
    assertThat(SampleHouse.report(rule, exception)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rule_aboutMissingPackages_isReported(HouseRule rule) {
    House empty = new House("dev.poscart.nowhere");
    rule.in(empty);
    assertThat(empty.missingFrom(PRODUCTION)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void exception_isStillNeeded(Stages.Excuse excuse) {
    var excused = excuse.in(new House(ROOT));
    assertThat(PRODUCTION.stream().flatMap(each -> each.getAccessesFromSelf().stream()))
        .as("calls that %s excuses", excuse)
        .anyMatch(excused);
  }
}
