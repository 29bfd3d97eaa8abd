package dev.poscart.app.crash;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Alterations of returns and voids in the data of a {@link SmallShop}. */
final class ReversalAlterations {

  private ReversalAlterations() {}

  static Stream<Arguments> all() {
    return Stream.concat(reversals(), voids());
  }

  private static Stream<Arguments> reversals() {
    return Stream.of(
        Alterations.of("return lost", left -> left.lose(2, 1), "not in the log: "),
        Alterations.of(
            "return by a terminal that asked for none",
            left -> left.again(2, 1, 3, Map.of("claim", "reversal:1:4:5678:2")),
            "was asked for"),
        Alterations.of(
            "return that was refused to all who asked",
            left -> left.notes.add(history -> history.reversals().get(1).refused()),
            "was asked for"),
        Alterations.of(
            "place in a history left out",
            left -> left.alter(2, 1, Map.of("claim", "reversal:1:4:5678:2")),
            "places of "),
        Alterations.of(
            "more returned than was sold",
            left -> {
              for (int place = 2; place <= 4; place++) {
                left.again(2, 1, 2, Map.of("claim", "reversal:1:4:5678:" + place));
              }
            },
            "returned of "));
  }

  private static Stream<Arguments> voids() {
    return Stream.of(
        Alterations.of(
            "return logged as a void",
            left -> left.alter(2, 1, Map.of("transaction_type", 201)),
            "was asked for"),
        Alterations.of(
            "sale voided twice",
            left -> left.again(1, 3, 1, Map.of("claim", "reversal:1:1:5678:2")),
            "was voided before"));
  }
}
