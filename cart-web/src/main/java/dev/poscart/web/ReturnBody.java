package dev.poscart.web;

import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;

/**
 * What a return is made from: a list of tenders, as terminals know it, or an object with the
 * tenders and the pieces that come back.
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
