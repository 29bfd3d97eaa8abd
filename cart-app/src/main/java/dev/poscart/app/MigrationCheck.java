package dev.poscart.app;

import dev.poscart.adapters.http.HttpPeerServices;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.MigrationConfig;
import dev.poscart.app.token.ServiceTokenIssuer;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Stages;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * The {@code migrate --check} command: reads the databases of kugelpos's cart service and the
 * payment methods of its master-data service, and prints what the switch to this service meets.
 */
final class MigrationCheck {

  private final MigrationConfig config;
  private final MigrationReport report;

  private MigrationCheck(MigrationConfig config, PrintStream out) {
    this.config = config;
    this.report = new MigrationReport(out, config.tenderRules());
  }

  /**
   * Reads and prints.
   *
   * @return the exit code; fails if something cannot be read
   */
  static CompletionStage<Integer> run(MigrationConfig config, PrintStream out) {
    return new MigrationCheck(config, out).run();
  }

  private CompletionStage<Integer> run() {
    return Databases.checkMigration(config.data(), report)
        .thenCompose(
            tenants ->
                tenants.isEmpty()
                    ? Stages.completed(noTenants())
                    : readPaymentMethods(tenants).thenApply(done -> report.end()));
  }

  private int noTenants() {
    report.noTenants(config.data().databasePrefix());
    return ExitCode.REFUSED.code();
  }

  private CompletionStage<Void> readPaymentMethods(List<String> tenants) {
    Optional<PaymentMethods> methods = paymentMethods();
    if (methods.isEmpty()) {
      report.paymentMethodsUnknown();
    }
    return Stages.untilFailure(
        methods.isEmpty() ? List.of() : tenants,
        tenantId ->
            methods.orElseThrow().ofTenant(tenantId).thenAccept(found -> report(tenantId, found)));
  }

  /** Empty unless the master-data service is configured and can be asked. */
  private Optional<PaymentMethods> paymentMethods() {
    return config
        .signingKey()
        .map(key -> new ServiceTokenIssuer(key.bytes(), Clock.systemUTC()))
        .map(tokens -> new HttpPeerServices(tenantId -> Optional.of(tokens.issue(tenantId))))
        .flatMap(
            services ->
                config.masterData().map(service -> services.masterData(service).paymentMethods()));
  }

  private void report(String tenantId, Map<String, PaymentMethod> methods) {
    new TreeMap<>(methods).values().forEach(method -> report.paymentMethod(tenantId, method));
    report.paymentMethods(tenantId, methods.size());
  }
}
