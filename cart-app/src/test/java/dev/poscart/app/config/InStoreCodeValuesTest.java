package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.sale.InStoreCodeRule;
import dev.poscart.domain.sale.InStoreCodeRule.Kind;
import dev.poscart.domain.sale.InStoreCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InStoreCodeValuesTest {

  @Test
  void nothingGiven_isNoRule() {
    assertThat(ServiceConfig.read(Map.of()).inStoreCodes()).isEqualTo(InStoreCodes.NONE);
  }

  @Test
  void rules_areRead() {
    assertThat(read("02:5:5:price, 28:6:4:weight, 29:5:5:weight:2").inStoreCodes().rules())
        .isEqualTo(
            List.of(
                new InStoreCodeRule("02", 5, Kind.PRICE, 0),
                new InStoreCodeRule("28", 6, Kind.WEIGHT, 3),
                new InStoreCodeRule("29", 5, Kind.WEIGHT, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "49:5:5:price",
        "2:5:5:price",
        "02:5:4:price",
        "02:5:5:size",
        "02:5:5",
        "02:5:5:price:4",
        "02:5:5:price,02:6:4:weight",
        "price"
      })
  void ruleThatIsNone_stopsTheStart(String rules) {
    assertThatThrownBy(() -> read(rules))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("IN_STORE_CODES: '" + rules + "' (expected: rules such as ");
  }

  private static ServiceConfig read(String rules) {
    return ServiceConfig.read(Map.of(Variable.IN_STORE_CODES, rules));
  }
}
