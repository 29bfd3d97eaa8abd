package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.code.InStoreCodeRule;
import dev.poscart.domain.code.InStoreCodeRule.Kind;
import dev.poscart.domain.code.InStoreCodes;
import dev.poscart.domain.code.ItemCodeMatching;
import dev.poscart.domain.code.PriceCheckDigit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCodeConfigTest {

  @Test
  void byDefault_matchingIsLenient_withoutRules() {
    assertThat(ServiceConfig.read(Map.of()).itemCodes())
        .isEqualTo(new ItemCodeConfig(ItemCodeMatching.LENIENT, InStoreCodes.NONE));
  }

  @Test
  void rules_areRead() {
    assertThat(read("02:5:5:price, 28:6:4:weight, 29:5:5:weight:2, 20:5:4:price:pricecheck=gs1"))
        .isEqualTo(
            List.of(
                new InStoreCodeRule("02", 5, Kind.PRICE, 0, PriceCheckDigit.NONE),
                new InStoreCodeRule("28", 6, Kind.WEIGHT, 3, PriceCheckDigit.NONE),
                new InStoreCodeRule("29", 5, Kind.WEIGHT, 2, PriceCheckDigit.NONE),
                new InStoreCodeRule("20", 5, Kind.PRICE, 0, PriceCheckDigit.GS1)));
  }

  @Test
  void matching_appliesToLookUpsToo() {
    ServiceConfig exact = ServiceConfig.read(Map.of(Variable.ITEM_CODE_MATCHING, "exact"));
    assertThat(exact.itemCodes().matching()).isEqualTo(ItemCodeMatching.EXACT);
    assertThat(exact.itemMaster().lookup().equalCodes()).isFalse();
    ServiceConfig lenient = ServiceConfig.read(Map.of(Variable.ITEM_CODE_MATCHING, "lenient"));
    assertThat(lenient.itemCodes().matching()).isEqualTo(ItemCodeMatching.LENIENT);
    assertThat(lenient.itemMaster().lookup().equalCodes()).isTrue();
  }

  @Test
  void invalidMatching_stopsTheStart() {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.ITEM_CODE_MATCHING, "strict")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("ITEM_CODE_MATCHING: 'strict' (expected: exact or lenient)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "49:5:5:price",
        "2:5:5:price",
        "02:5:4:price",
        "02:5:5:size",
        "02:5:5",
        "02:5:5:price:pricecheck=gs1",
        "02:6:3:price:pricecheck=gs1",
        "02:5:5:price:4",
        "02:5:5:price,02:6:4:weight",
        "price"
      })
  void invalidRule_stopsTheStart(String rules) {
    assertThatThrownBy(() -> read(rules))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("IN_STORE_CODES: '" + rules + "' (expected: rules such as ");
  }

  private static List<InStoreCodeRule> read(String rules) {
    return ServiceConfig.read(Map.of(Variable.IN_STORE_CODES, rules))
        .itemCodes()
        .inStoreCodes()
        .rules();
  }
}
