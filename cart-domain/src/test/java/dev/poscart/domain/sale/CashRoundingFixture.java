package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.PaymentMethodTestData.byCode;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.yenPaying;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import java.util.List;
import java.util.Map;

/** Carts whose total has a fraction of a yen. */
abstract class CashRoundingFixture {

  static final Till TILL = new Till(CALCULATION, TillLimits.DEFAULT, TenderRules.FLAGS);

  static final Map<String, PaymentMethod> METHODS =
      byCode(
          method("01", PaymentKind.CASH),
          method("02", PaymentKind.CASH).over(OverTender.REFUSED),
          method("03", PaymentKind.CASH).over(OverTender.KEPT),
          method("11", PaymentKind.CASHLESS),
          method("12", PaymentKind.OTHER).over(OverTender.KEPT),
          method("13", PaymentKind.OTHER).over(OverTender.CHANGE));

  static Cart paying(String total) {
    return yenPaying(line(1, total, 1, "00"));
  }

  static Cart pay(Cart cart, Tender... tenders) {
    return TILL.pay(cart, List.of(tenders), METHODS);
  }
}
