package dev.poscart.app.config;

import dev.poscart.adapters.http.PeerServiceConfig;
import dev.poscart.domain.sale.TenderRules;
import java.util.Map;
import java.util.Optional;

/**
 * What the check before a migration needs of the configuration.
 *
 * @param data has the address of a MongoDB server
 * @param signingKey empty: the master-data service cannot be asked
 * @param masterData the service whose payment methods are compared; empty: they are not
 * @param tenderRules what will decide how payment methods behave
 */
public record MigrationConfig(
    DataLocation data,
    Optional<SigningKey> signingKey,
    Optional<PeerServiceConfig> masterData,
    TenderRules tenderRules) {

  /**
   * Reads the given settings.
   *
   * @throws ConfigurationException naming the setting, the value and what was expected
   */
  public static MigrationConfig read(Map<Variable, String> given) {
    VariableReader variables = new VariableReader(given);
    DataLocation data = DataLocation.read(variables);
    if (data.mongodbUri().isEmpty()) {
      throw new ConfigurationException(
          "MONGODB_URI: not set (expected: kugelpos's server, such as mongodb://host:port)");
    }
    return new MigrationConfig(
        data,
        variables.optional(Variable.SECRET_KEY).map(secret -> SigningKey.read(secret, false)),
        PeerConfig.masterData(variables),
        PaymentValues.read(variables, false).tenderRules());
  }
}
