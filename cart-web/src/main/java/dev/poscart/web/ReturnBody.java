package dev.poscart.web;

import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;

/**
 * The body of a return: kugelpos's list of tenders, or an object with the tenders and the returned
 * pieces.
 *
 * @param selection empty: the whole sale
 */
record ReturnBody(List<Tender> tenders, Optional<List<ReturnEntry>> selection) {

  static ReturnBody read(Json body, Problems problems) {
    if (!(body instanceof Json.Obj object)) {
      return new ReturnBody(CartBodies.tenders(body, problems), Optional.empty());
    }
    ObjectFields fields = new ObjectFields(object, CartBodies.BODY, problems);
    return new ReturnBody(
        fields.list("payments", CartBodies::tender),
        fields.optionalList("lineItems", ReturnBody::entry));
  }

  private static ReturnEntry entry(ObjectFields fields) {
    return new ReturnEntry(fields.integer("lineNo"), fields.integer("quantity"));
  }
}
