package dev.poscart.web;

import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.Money;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the request bodies of the desk routes. */
final class DeskBodies {

  private static final int MAX_ID = 128;
  private static final int MAX_PIN = 64;
  private static final int MAX_TEXT = 256;

  private static final Map<String, FunctionMode> MODES =
      Arrays.stream(FunctionMode.values())
          .collect(Collectors.toUnmodifiableMap(WireEnumNames::of, Function.identity()));

  private DeskBodies() {}

  record SignIn(String staffId, Optional<String> pin) {}

  record Cash(Money amount, Optional<String> description) {}

  static SignIn signIn(Json body, Problems problems) {
    ObjectFields fields = CartBodies.fields(body, CartBodies.BODY, problems);
    return new SignIn(fields.text("staffId", MAX_ID), fields.optionalText("pin", MAX_PIN));
  }

  static Optional<Money> initialAmount(Json body, Problems problems) {
    return CartBodies.fields(body, CartBodies.BODY, problems).optionalMoney("initialAmount");
  }

  static Optional<Money> physicalAmount(Json body, Problems problems) {
    return CartBodies.fields(body, CartBodies.BODY, problems).optionalMoney("physicalAmount");
  }

  static Cash cash(Json body, Problems problems) {
    ObjectFields fields = CartBodies.fields(body, CartBodies.BODY, problems);
    return new Cash(fields.money("amount"), fields.optionalText("description", MAX_TEXT));
  }

  static FunctionMode functionMode(Json body, Problems problems) {
    return CartBodies.fields(body, CartBodies.BODY, problems)
        .choice("functionMode", MODES, FunctionMode.MAIN_MENU);
  }

  static String description(Json body, Problems problems) {
    return CartBodies.fields(body, CartBodies.BODY, problems).text("description", MAX_TEXT);
  }
}
