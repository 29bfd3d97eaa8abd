package dev.poscart.web;

import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a return: kugelpos's list of tenders, or an object with the tenders and the returned
 * pieces.
 *
 * @param selection empty: the whole sale
 */
record ReturnBody(List<Tender> tenders, Optional<List<ReturnEntry>> selection) {

  private static final Pattern PIECE = Pattern.compile("([1-9][0-9]{0,3}):([1-9][0-9]{0,3})");

  static ReturnBody read(Json body, Problems problems) {
    if (!(body instanceof Json.Obj object)) {
      return new ReturnBody(CartBodies.tenders(body, problems), Optional.empty());
    }
    ObjectFields fields = new ObjectFields(object, CartBodies.BODY, problems);
    return new ReturnBody(
        fields.list("payments", CartBodies::tender),
        fields.optionalList("lineItems", ReturnBody::entry));
  }

  /**
   * The pieces in the query of a quote.
   *
   * @throws InvalidRequest if one has another form than {@code <lineNo>:<quantity>}
   */
  static List<ReturnEntry> pieces(ApiRequest request) {
    List<ReturnEntry> pieces = new ArrayList<>();
    for (String text : request.queryAll("piece")) {
      Matcher matcher = PIECE.matcher(text);
      if (matcher.matches()) {
        pieces.add(new ReturnEntry(number(matcher, 1), number(matcher, 2)));
      } else {
        request
            .problems()
            .add("query -> piece", "Input should be <lineNo>:<quantity>, each from 1 to 9999");
      }
    }
    request.problems().throwIfAny();
    return pieces;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static ReturnEntry entry(ObjectFields fields) {
    return new ReturnEntry(fields.integer("lineNo"), fields.integer("quantity"));
  }
}
