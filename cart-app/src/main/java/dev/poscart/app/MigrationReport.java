package dev.poscart.app;

import dev.poscart.adapters.mongo.MigrationFindings;
import dev.poscart.app.config.ExitCode;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.sale.FlagEffect;
import dev.poscart.domain.sale.TenderRules;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what {@code migrate --check} finds, line by line, and counts what needs action. */
final class MigrationReport implements MigrationFindings {

  private static final int MAX_SPANS = 20;

  private final OperatorOutput out;
  private final TenderRules tenderRules;
  private int tenants;
  private int terminals;
  private long transactions;
  private int openCarts;
  private int undelivered;
  private int actions;
  private boolean isWayBackOpen = true;

  /**
   * @param tenderRules what will decide how payment methods behave
   */
  MigrationReport(PrintStream out, TenderRules tenderRules) {
    this.out = new OperatorOutput(out);
    this.tenderRules = tenderRules;
  }

  @Override
  public void tenant(String tenantId, String database, Map<String, Long> documents) {
    tenants++;
    out.line("tenant %s, database %s: %s".formatted(tenantId, database, listed(documents)));
  }

  @Override
  public void terminal(TerminalNumbers numbers) {
    terminals++;
    transactions += numbers.transactions();
    String terminal = "terminal " + numbers.terminal().terminalId() + ": ";
    out.line(
        terminal
            + "transactions %d, %s; %s"
                .formatted(numbers.transactions(), logged(numbers), counters(numbers)));
    if (!numbers.missing().isEmpty()) {
      out.line(terminal + "no. %s missing in the log".formatted(listed(numbers.missing())));
    }
    numbers
        .ahead()
        .ifPresent(
            span ->
                out.line(
                    terminal
                        + "counter ahead of the log: no. "
                        + span
                        + " claimed and never used"));
    if (numbers.isCounterBehind()) {
      out.line(terminal + "counter behind the log: kugelpos would give numbers again");
    }
    needsAction(terminal, numbers);
  }

  private void needsAction(String terminal, TerminalNumbers numbers) {
    if (!numbers.repeated().isEmpty()) {
      action(
          terminal
              + "no. %s stored more than once (expected: once in a business counter)"
                  .formatted(listed(numbers.repeated())));
    }
    if (!numbers.unrecorded().isEmpty()) {
      isWayBackOpen = false;
      action(
          terminal
              + "no. %s not yet in kugelpos's counters, marks and delivery records"
                  .formatted(listed(numbers.unrecorded())));
    }
  }

  @Override
  public void openCart(OpenCart cart) {
    openCarts++;
    out.line(
        "open cart %s of %s: %s, lines %d, balance %s"
            .formatted(
                cart.cartId(),
                cart.terminal().terminalId(),
                cart.status(),
                cart.lines(),
                cart.balance().stripTrailingZeros().toPlainString()));
  }

  @Override
  public void undelivered(UndeliveredEvent event) {
    undelivered++;
    out.line(
        "undelivered event of %s no. %d: %s (%s)"
            .formatted(
                event.terminal().terminalId(),
                event.transactionNo(),
                event.status(),
                listed(event.services())));
  }

  @Override
  public void indexInTheWay(String tenantId, String problem, boolean isRequired) {
    if (isRequired) {
      action("tenant " + tenantId + ": index in the way: " + problem);
    } else {
      out.line("tenant " + tenantId + ": index in the way, queries will be slower: " + problem);
    }
  }

  @Override
  public void unreadable(UnreadableDocument document) {
    action(
        "unreadable document %s of %s: %s"
            .formatted(document.id(), document.collection(), document.reason()));
  }

  /** A payment method of the master-data service; printed if its flags are of importance. */
  void paymentMethod(String tenantId, PaymentMethod method) {
    Set<FlagEffect> effects = FlagEffect.of(method);
    if (effects.isEmpty()) {
      return;
    }
    String flags =
        "tenant %s: payment method %s %s: by its flags %s"
            .formatted(
                tenantId,
                method.paymentCode(),
                method.description(),
                effects.stream()
                    .map(each -> words(each, method))
                    .collect(Collectors.joining(", ")));
    switch (tenderRules) {
      case KIND -> out.line(flags + "; ignored as in kugelpos with TENDER_RULES=kind");
      case FLAGS -> action(flags + "; kugelpos ignores this, as does TENDER_RULES=kind");
    }
  }

  void paymentMethods(String tenantId, int methods) {
    out.line("tenant %s: payment methods compared: %d".formatted(tenantId, methods));
  }

  void paymentMethodsUnknown() {
    out.line("payment methods: not checked (expected: BASE_URL_MASTER_DATA and SECRET_KEY)");
  }

  void noTenants(String prefix) {
    out.line("no tenants (expected: databases %s_TENANT; see DB_NAME_PREFIX)".formatted(prefix));
  }

  /**
   * Prints the last lines.
   *
   * @return the exit code
   */
  int end() {
    out.line("carts in Dapr's state store: not checked, because it cannot list them");
    out.line(
        "way back: "
            + (isWayBackOpen
                ? "kugelpos can go on with a database that Poscart has used"
                : "closed until Poscart has completed kugelpos's records"));
    out.line(
        "tenants %d, terminals %d, transactions %d, open carts %d, undelivered events %d, actions %d"
            .formatted(tenants, terminals, transactions, openCarts, undelivered, actions));
    return (actions == 0 ? ExitCode.DONE : ExitCode.FAULTY).code();
  }

  private void action(String text) {
    actions++;
    out.line("action: " + text);
  }

  private static String words(FlagEffect effect, PaymentMethod method) {
    return switch (effect) {
      case NOT_ACCEPTED -> "not accepted for sales";
      case LIMITED -> "at most " + method.limitAmount() + " a tender";
      case OVER_TENDER ->
          switch (method.overTender()) {
            case REFUSED -> "no tender above the balance";
            case CHANGE -> "change for a tender above the balance";
            case KEPT -> "no change for a tender above the balance";
          };
      case NOT_REFUNDABLE -> "no refunds";
    };
  }

  private static String logged(TerminalNumbers numbers) {
    return numbers
        .logged()
        .map(
            span ->
                "no. %d to %d, last receipt %d"
                    .formatted(span.first(), span.last(), numbers.last().orElseThrow().receiptNo()))
        .orElse("log empty");
  }

  private static String counters(TerminalNumbers numbers) {
    return numbers
        .counters()
        .map(last -> "counters %d, receipt %d".formatted(last.transactionNo(), last.receiptNo()))
        .orElse("no counters");
  }

  private static String listed(Map<String, ?> values) {
    return values.isEmpty()
        ? "empty"
        : values.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String listed(List<Span> spans) {
    String first =
        spans.stream().limit(MAX_SPANS).map(Span::toString).collect(Collectors.joining(", "));
    return spans.size() <= MAX_SPANS ? first : first + " and more";
  }
}
