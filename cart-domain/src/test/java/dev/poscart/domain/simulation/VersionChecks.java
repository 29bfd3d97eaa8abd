package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.simulation.Operation.Add;
import dev.poscart.domain.simulation.Operation.Park;
import dev.poscart.domain.simulation.Operation.Pay;
import dev.poscart.domain.simulation.Operation.Resume;
import dev.poscart.domain.simulation.Operation.Retrieve;
import dev.poscart.domain.simulation.Operation.Subtotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All answers about one cart are consistent with one history of versions: a version has one
 * content, lines are only appended, each change has its own version, and a read after an answer
 * never shows an older version.
 */
final class VersionChecks {

  private final Violations violations;
  private final Versioned<Cart> stored;
  private final List<Attempt> attempts;

  VersionChecks(Violations violations, Versioned<Cart> stored, List<Attempt> attempts) {
    this.violations = violations;
    this.stored = stored;
    this.attempts = attempts;
  }

  void run() {
    List<Versioned<Cart>> views = new ArrayList<>();
    attempts.forEach(attempt -> attempt.cart().ifPresent(views::add));
    views.add(stored);
    oneContentPerVersion(views);
    linesStay(views);
    changesHaveVersionsOfTheirOwn();
    versionsFollowTime();
  }

  private void oneContentPerVersion(List<Versioned<Cart>> views) {
    Map<Long, Cart> contents = new HashMap<>();
    for (Versioned<Cart> view : views) {
      Cart known = contents.putIfAbsent(view.version(), view.value());
      violations.expect(
          known == null || known.equals(view.value()),
          "a version of a cart has one content",
          view,
          known);
      violations.expect(view.version() <= stored.version(), "an answered version is stored", view);
    }
  }

  private void linesStay(List<Versioned<Cart>> views) {
    views.sort(Comparator.comparingLong(Versioned::version));
    for (int i = 1; i < views.size(); i++) {
      List<LineItem> before = views.get(i - 1).value().lines();
      List<LineItem> after = views.get(i).value().lines();
      boolean stay = before.size() <= after.size();
      for (int line = 0; stay && line < before.size(); line++) {
        stay = code(before.get(line)).equals(code(after.get(line)));
      }
      violations.expect(stay, "lines stay where they are", views.get(i - 1), views.get(i));
    }
  }

  private void changesHaveVersionsOfTheirOwn() {
    Set<Long> taken = new HashSet<>();
    for (List<Attempt> request : InvariantChecker.grouped(attempts).values()) {
      Attempt attempt = request.get(0);
      Operation operation = attempt.operation();
      if (request.size() > 1) {
        // A repeated request is answered with the current version.
        continue;
      }
      if (operation instanceof Add
          || operation instanceof Pay
          || operation instanceof Subtotal
          || operation instanceof Resume
          || operation instanceof Park
          || operation instanceof Retrieve) {
        attempt
            .cart()
            .ifPresent(
                answer ->
                    violations.expect(
                        taken.add(answer.version()),
                        "each change has a version of its own",
                        attempt));
      }
    }
  }

  private void versionsFollowTime() {
    for (Attempt later : attempts) {
      for (Attempt earlier : attempts) {
        if (later.cart().isPresent() && earlier.cart().isPresent() && earlier.isBefore(later)) {
          violations.expect(
              earlier.cart().orElseThrow().version() <= later.cart().orElseThrow().version(),
              "no response has an older version than an earlier one",
              earlier,
              later);
        }
      }
    }
  }

  private static String code(LineItem line) {
    return line.item().itemCode();
  }
}
