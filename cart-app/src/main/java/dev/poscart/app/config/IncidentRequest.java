package dev.poscart.app.config;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.IncidentLog;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks for incidents with carried carts.
 *
 * @param limit maximum number
 */
public record IncidentRequest(
    Map<Variable, String> values,
    String tenantId,
    Optional<CartId> cart,
    Optional<CarryIncident.Kind> kind,
    int limit)
    implements Arguments.Request {

  static final String COMMAND = "incidents";
  static final String CART = "--cart";
  static final String KIND = "--kind";
  static final String LIMIT = "--limit";

  /** All kinds, as they are given on the command line. */
  private static final String KINDS = OptionWords.all(CarryIncident.Kind.class);

  private static final Bounds LIMITS = new Bounds(1, IncidentLog.MAX_PER_TENANT);
  private static final int USUAL_LIMIT = 100;

  /** The command without the options that say where the data is. */
  static CommandSpec command() {
    CommandSpec incidents =
        Commands.command(
            COMMAND,
            "Lists refusals and irregularities of carts that travel with their terminals.",
            """
            Prints one line for each incident of a tenant, the latest first. It can run while the \
            service is running.\
            """,
            Map.of(
                ExitCode.DONE, "listed, even if there are none",
                ExitCode.REFUSED, "the incidents could not be read"),
            "poscart incidents --tenant T0001 --kind rejected --data-dir /var/lib/poscart");
    incidents.addOption(
        Commands.option(Commands.TENANT, "ID", "the tenant").required(true).build());
    incidents.addOption(Commands.option(CART, "ID", "only those of this cart").build());
    incidents.addOption(Commands.option(KIND, "KIND", "only those of this kind: " + KINDS).build());
    incidents.addOption(
        Commands.option(
                LIMIT, "N", "list no more than N, " + LIMITS + " (default: " + USUAL_LIMIT + ")")
            .build());
    return incidents;
  }

  /** The word for a kind. */
  public static String word(CarryIncident.Kind kind) {
    return OptionWords.of(kind);
  }

  /**
   * Reads the options.
   *
   * @throws ConfigurationException if one has a value that is not possible
   */
  static IncidentRequest read(
      Map<Variable, String> values,
      String tenantId,
      Optional<String> cart,
      Optional<String> kind,
      Optional<String> limit) {
    return new IncidentRequest(
        values,
        tenantId,
        cart.map(CartId::new),
        kind.map(word -> OptionWords.read(KIND, word, CarryIncident.Kind.class)),
        limit
            .map(text -> OptionWords.whole(LIMIT, text, LIMITS, "a whole number from " + LIMITS))
            .orElse(USUAL_LIMIT));
  }
}
