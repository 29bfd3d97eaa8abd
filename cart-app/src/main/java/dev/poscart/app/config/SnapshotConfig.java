package dev.poscart.app.config;

import dev.poscart.adapters.envelope.KeyFile;
import dev.poscart.adapters.envelope.KeyRing;
import dev.poscart.adapters.envelope.WrongKeysException;
import dev.poscart.domain.usecase.change.RevisionCheck;
import dev.poscart.domain.usecase.closing.RepeatedClosing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The configuration of carts that travel with terminals.
 *
 * @param keys empty: carts do not travel
 * @param file the file of the keys, to be reloaded; empty if they do not come from one
 * @param required whether all carts travel
 * @param repeated what happens if a cart is closed again with other contents
 * @param check what happens if a cart goes back to an older state, or forks
 * @param maxAge how long a cart is accepted after its issue; empty: for ever
 * @param auditKept how long incidents are stored
 */
public record SnapshotConfig(
    Optional<Supplier<KeyRing>> keys,
    Optional<KeyFile> file,
    boolean required,
    RepeatedClosing repeated,
    RevisionCheck.Mode check,
    Optional<Duration> maxAge,
    Duration auditKept) {

  private static final Map<String, RepeatedClosing> REPEATED =
      Map.of("accept", RepeatedClosing.ACCEPT, "refuse", RepeatedClosing.REFUSE);

  private static final Map<String, RevisionCheck.Mode> CHECKS =
      Map.of(
          "off", RevisionCheck.Mode.OFF,
          "detect", RevisionCheck.Mode.DETECT,
          "enforce", RevisionCheck.Mode.ENFORCE);

  static SnapshotConfig read(VariableReader variables) {
    boolean published = variables.truth(Variable.SNAPSHOT_ALLOW_INSECURE_KEY);
    Optional<KeyFile> file =
        variables.file(Variable.SNAPSHOT_HMAC_KEY_FILE).map(path -> file(path, published));
    Optional<KeyRing> ring =
        variables.optional(Variable.SNAPSHOT_HMAC_KEYS).map(keys -> ring(keys, published));
    if (file.isPresent() && ring.isPresent()) {
      throw variables.wrong(
          Variable.SNAPSHOT_HMAC_KEY_FILE, "not set together with SNAPSHOT_HMAC_KEYS");
    }
    return new SnapshotConfig(
        ring.<Supplier<KeyRing>>map(keys -> () -> keys).or(() -> file),
        file,
        required(variables, file.isPresent() || ring.isPresent()),
        variables.choice(Variable.CARRIED_REPEAT, REPEATED).orElseThrow(),
        variables.choice(Variable.CARRIED_CART_CHECK, CHECKS).orElseThrow(),
        Optional.of(Duration.ofHours(variables.integer(Variable.SNAPSHOT_MAX_AGE_HOURS)))
            .filter(age -> !age.isZero()),
        Duration.ofDays(variables.integer(Variable.CARRIED_AUDIT_DAYS)));
  }

  private static boolean required(VariableReader variables, boolean hasKeys) {
    boolean required =
        variables
            .choice(Variable.CART_REQUEST_SNAPSHOT_MODE, Map.of("DUAL", false, "REQUIRED", true))
            .orElseThrow();
    if (required && !hasKeys) {
      throw variables.wrong(
          Variable.CART_REQUEST_SNAPSHOT_MODE, "DUAL unless SNAPSHOT_HMAC_KEYS is set");
    }
    return required;
  }

  /** Whether keys are given; they are not read. */
  static boolean hasKeys(VariableReader variables) {
    return variables.optional(Variable.SNAPSHOT_HMAC_KEYS).isPresent()
        || variables.optional(Variable.SNAPSHOT_HMAC_KEY_FILE).isPresent();
  }

  private static KeyRing ring(String keys, boolean published) {
    try {
      return KeyRing.read(keys, published);
    } catch (WrongKeysException e) {
      throw new ConfigurationException("SNAPSHOT_HMAC_KEYS: " + e.getMessage(), e);
    }
  }

  private static KeyFile file(Path path, boolean published) {
    try {
      return KeyFile.open(path, published);
    } catch (WrongKeysException e) {
      throw new ConfigurationException(
          "SNAPSHOT_HMAC_KEY_FILE: '" + path + "': " + e.getMessage(), e);
    }
  }
}
