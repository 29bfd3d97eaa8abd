package dev.poscart.adapters.grpc;

import dev.poscart.domain.code.EqualCodes;
import dev.poscart.proto.ItemDetailResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Matches responses of the item master to the requested codes, since the item master may write a
 * GTIN differently.
 */
final class AnswerMatching {

  private AnswerMatching() {}

  /** Whether a response for one code is also a response for the other. */
  static boolean areEqual(String asked, String answered) {
    return asked.equals(answered)
        || !Collections.disjoint(EqualCodes.numbers(asked), EqualCodes.numbers(answered));
  }

  /**
   * The responses of a batch call by requested code. A response with the exact code takes
   * precedence over one with an equal code.
   *
   * @throws dev.poscart.domain.port.PortException if a response matches no requested code
   */
  static Map<String, ItemDetailResponse> byCode(
      Set<String> asked, List<ItemDetailResponse> answers) {
    Map<String, ItemDetailResponse> byCode = new HashMap<>();
    List<ItemDetailResponse> otherSpellings = new ArrayList<>();
    for (ItemDetailResponse answer : answers) {
      if (asked.contains(answer.getItemCode())) {
        byCode.put(answer.getItemCode(), answer);
      } else {
        otherSpellings.add(answer);
      }
    }
    if (!otherSpellings.isEmpty()) {
      Map<String, List<String>> codes = byNumber(asked);
      otherSpellings.forEach(
          answer ->
              codesOf(answer, codes, asked).forEach(code -> byCode.putIfAbsent(code, answer)));
    }
    return byCode;
  }

  private static Map<String, List<String>> byNumber(Set<String> asked) {
    Map<String, List<String>> codes = new HashMap<>();
    for (String code : asked) {
      EqualCodes.numbers(code)
          .forEach(number -> codes.computeIfAbsent(number, none -> new ArrayList<>()).add(code));
    }
    return codes;
  }

  private static List<String> codesOf(
      ItemDetailResponse answer, Map<String, List<String>> codes, Set<String> asked) {
    List<String> answered =
        EqualCodes.numbers(answer.getItemCode()).stream()
            .flatMap(number -> codes.getOrDefault(number, List.of()).stream())
            .toList();
    if (answered.isEmpty()) {
      throw ItemAnswer.forAnotherCode(asked.toString(), answer.getItemCode());
    }
    return answered;
  }
}
