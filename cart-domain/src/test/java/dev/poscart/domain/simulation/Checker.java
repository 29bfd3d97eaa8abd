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

/** Proves the promises from the evidence alone; knows nothing of how the service keeps them. */
final class Checker {

  private Checker() {}

  static List<String> check(Evidence evidence) {
    Findings findings = new Findings();
    for (Attempt attempt : evidence.history()) {
      findings.expect(
          !(attempt.outcome() instanceof Outcome.Broken), "the service breaks down", attempt);
    }
    Map<CartId, List<Attempt>> byCart = new LinkedHashMap<>();
    for (Attempt attempt : evidence.history()) {
      attempt.created().ifPresent(id -> byCart.computeIfAbsent(id, key -> new ArrayList<>()));
      attempt
          .deed()
          .cart()
          .ifPresent(id -> byCart.computeIfAbsent(id, key -> new ArrayList<>()).add(attempt));
    }
    Map<CartId, Versioned<Cart>> stored = new HashMap<>();
    evidence.database().carts().forEach(cart -> stored.put(cart.value().id(), cart));
    byCart.forEach(
        (id, attempts) -> {
          Optional<Versioned<Cart>> cart = Optional.ofNullable(stored.get(id));
          findings.expect(cart.isPresent(), "a cart that was opened is stored", id);
          cart.ifPresent(
              now -> {
                List<Attempt> wishes = wishes(attempts);
                new VersionChecks(findings, now, attempts).run();
                new ContentChecks(findings, now.value(), wishes).run();
                new AnswerChecks(findings, attempts).run();
                new ClosingChecks(findings, evidence.database(), now.value(), attempts).run();
              });
        });
    new LogChecks(findings, evidence.database()).run();
    new SessionChecks(findings, evidence).run();
    new WishChecks(findings, evidence.history()).run();
    new ReversalChecks(findings, evidence, wishes(evidence.history())).run();
    new ReadChecks(findings, evidence.history()).run();
    new EventChecks(findings, evidence).run();
    return findings.broken();
  }

  /** What was asked for under one key, or once without, each as one attempt. */
  static List<Attempt> wishes(List<Attempt> attempts) {
    return grouped(attempts).values().stream().map(Attempt::merged).toList();
  }

  /** The attempts of each wish. */
  static Map<String, List<Attempt>> grouped(List<Attempt> attempts) {
    Map<String, List<Attempt>> groups = new LinkedHashMap<>();
    for (Attempt attempt : attempts) {
      String group = attempt.key().map(ChangeId::value).orElse("" + groups.size());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(attempt);
    }
    return groups;
  }
}
