package dev.poscart.adapters.envelope;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that sign and verify envelopes. The first one that is usable signs; all of them verify.
 * All services between which terminals move have the same keys.
 */
public final class KeyRing {

  /** Refuses all envelopes and issues none. */
  public static final KeyRing EMPTY = new KeyRing(Map.of());

  private final Map<String, SnapshotKey> keys;

  private KeyRing(Map<String, SnapshotKey> keys) {
    this.keys = keys;
  }

  static KeyRing of(List<SnapshotKey> keys) throws WrongKeysException {
    Map<String, SnapshotKey> byKid = new LinkedHashMap<>();
    for (SnapshotKey key : keys) {
      if (byKid.put(key.kid(), key) != null) {
        throw new WrongKeysException("key id '" + key.kid() + "': given twice (expected: once)");
      }
    }
    if (byKid.isEmpty()) {
      throw new WrongKeysException("no key (expected: at least one)");
    }
    return new KeyRing(byKid);
  }

  /**
   * Reads the keys of an environment variable.
   *
   * @param text {@code kid:base64,kid:base64,...}
   * @param published whether keys are accepted that are public in kugelpos's sources
   * @throws WrongKeysException if there is no key, or one is malformed, too short or published
   */
  public static KeyRing read(String text, boolean published) throws WrongKeysException {
    return KeyText.ring(List.of(text.split(",", -1)), published, entry -> KeyText.key(entry));
  }

  /** The ids of all keys, the first of which signs unless its time is over. */
  public Set<String> kids() {
    return keys.keySet();
  }

  /** The key that signs a tenant's envelopes now. */
  Optional<SnapshotKey> signing(String tenantId, Instant now) {
    return keys.values().stream().filter(key -> key.isUsable(tenantId, now)).findFirst();
  }

  /** The key that verifies a tenant's envelopes with this key id now. */
  Optional<SnapshotKey> verifying(String kid, String tenantId, Instant now) {
    return Optional.ofNullable(keys.get(kid)).filter(key -> key.isUsable(tenantId, now));
  }

  @Override
  public String toString() {
    return "KeyRing" + kids();
  }
}
