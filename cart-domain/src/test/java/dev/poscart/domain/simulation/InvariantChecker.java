package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.port.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the promises from the evidence alone, without knowledge of the implementation. */
final class InvariantChecker {

  private InvariantChecker() {}

  static List<String> check(Evidence evidence) {
    Violations violations = new Violations();
    breakdowns(violations, evidence);
    carts(violations, evidence);
    new LogChecks(violations, evidence.database()).run();
    new SessionChecks(violations, evidence).run();
    new IdempotencyChecks(violations, evidence.history()).run();
    new ReversalChecks(violations, evidence, requests(evidence.history())).run();
    new ReadChecks(violations, evidence.history()).run();
    new EventChecks(violations, evidence).run();
    return violations.all();
  }

  static void breakdowns(Violations violations, Evidence evidence) {
    for (Attempt attempt : evidence.history()) {
      violations.expect(
          !(attempt.outcome() instanceof Outcome.Crashed), "the service breaks down", attempt);
    }
  }

  private static void carts(Violations violations, Evidence evidence) {
    Map<CartId, Versioned<Cart>> stored = new HashMap<>();
    evidence.database().carts().forEach(cart -> stored.put(cart.value().id(), cart));
    byCart(evidence.history())
        .forEach(
            (id, attempts) -> {
              Optional<Versioned<Cart>> cart = Optional.ofNullable(stored.get(id));
              violations.expect(cart.isPresent(), "a cart that was opened is stored", id);
              cart.ifPresent(
                  now -> {
                    List<Attempt> requests = requests(attempts);
                    new VersionChecks(violations, now, attempts).run();
                    new ContentChecks(violations, now.value(), requests).run();
                    new AnswerChecks(violations, attempts).run();
                    new ClosingChecks(violations, evidence.database(), now.value(), attempts).run();
                  });
            });
  }

  private static Map<CartId, List<Attempt>> byCart(List<Attempt> history) {
    Map<CartId, List<Attempt>> byCart = new LinkedHashMap<>();
    for (Attempt attempt : history) {
      attempt.created().ifPresent(id -> byCart.computeIfAbsent(id, key -> new ArrayList<>()));
      attempt
          .operation()
          .cart()
          .ifPresent(id -> byCart.computeIfAbsent(id, key -> new ArrayList<>()).add(attempt));
    }
    return byCart;
  }

  /** The requests, with all attempts under one key merged into one. */
  static List<Attempt> requests(List<Attempt> attempts) {
    return grouped(attempts).values().stream().map(Attempt::merged).toList();
  }

  /** The attempts of each request. */
  static Map<String, List<Attempt>> grouped(List<Attempt> attempts) {
    Map<String, List<Attempt>> groups = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      String group = attempt.key().map(ChangeId::value).orElse("" + groups.size());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(attempt);
    }
    return groups;
  }
}
