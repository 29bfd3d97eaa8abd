package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.RefundTo;
import dev.poscart.domain.sale.TenderRules;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentValuesTest {

  private static final String MASTER_DATA = "http://master-data:8002/api/v1";

  @Test
  void methodsOfAStoreProfile_useTheirFlags() {
    assertThat(read().tenderRules()).isEqualTo(TenderRules.FLAGS);
    assertThat(read(Variable.STORE_PROFILE, "shop.json").tenderRules())
        .isEqualTo(TenderRules.FLAGS);
    assertThat(
            read(Variable.STORE_PROFILE, "shop.json", Variable.MONGODB_URI, "mongodb://db")
                .tenderRules())
        .isEqualTo(TenderRules.FLAGS);
  }

  @Test
  void otherMethods_useTheirKind() {
    assertThat(read(Variable.BASE_URL_MASTER_DATA, MASTER_DATA).tenderRules())
        .isEqualTo(TenderRules.KIND);
    assertThat(
            read(Variable.STORE_PROFILE, "shop.json", Variable.BASE_URL_MASTER_DATA, MASTER_DATA)
                .tenderRules())
        .isEqualTo(TenderRules.KIND);
    assertThat(
            read(Variable.MONGODB_URI, "mongodb://db", Variable.MASTER_DATA_GRPC_URL, "m:1")
                .tenderRules())
        .isEqualTo(TenderRules.KIND);
    assertThat(
            read(
                    Variable.BASE_URL_TERMINAL,
                    "http://terminal:8001/api/v1",
                    Variable.MASTER_DATA_GRPC_URL,
                    "m:1")
                .tenderRules())
        .isEqualTo(TenderRules.KIND);
  }

  @Test
  void theOperatorsSetting_appliesToAllMethods() {
    assertThat(read(Variable.TENDER_RULES, "kind").tenderRules()).isEqualTo(TenderRules.KIND);
    assertThat(
            read(Variable.TENDER_RULES, "flags", Variable.BASE_URL_MASTER_DATA, MASTER_DATA)
                .tenderRules())
        .isEqualTo(TenderRules.FLAGS);
  }

  @Test
  void refunds_goAnywhere_unlessTiedToTheSale() {
    assertThat(read().refundTo()).isEqualTo(RefundTo.ANY);
    assertThat(read(Variable.REFUND_TO, "any").refundTo()).isEqualTo(RefundTo.ANY);
    assertThat(read(Variable.REFUND_TO, "sale").refundTo()).isEqualTo(RefundTo.SALE);
  }

  @Test
  void cash_isRounded_ifConfigured() {
    assertThat(read().cashRounding()).isEqualTo(CashRounding.NONE);
    assertThat(read(Variable.CASH_ROUNDING, "none").cashRounding()).isEqualTo(CashRounding.NONE);
    assertThat(read(Variable.CASH_ROUNDING, "yen").cashRounding()).isEqualTo(CashRounding.YEN);
  }

  @Test
  void stampDuty_isDueForCash_unlessCodesAreConfigured() {
    assertThat(read().stampDutyCodes()).isEmpty();
    assertThat(read(Variable.STAMP_DUTY_PAYMENT_CODES, "01, 12").stampDutyCodes())
        .containsExactlyInAnyOrder("01", "12");
  }

  private static PaymentRules read(Object... given) {
    Map<Variable, String> values = new HashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      values.put((Variable) given[i], (String) given[i + 1]);
    }
    return ServiceConfig.read(values).payments();
  }
}
