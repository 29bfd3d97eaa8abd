package dev.poscart.adapters.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads keys from text. Error messages name the key by its id or number and omit the rest. */
final class KeyText {

  /** The keys of kugelpos's development set-up and of its tests. */
  private static final List<String> PUBLISHED =
      List.of(
          "a3VnZWxwb3MtZGV2LXNuYXBzaG90LWtleS0zMmJ5dGU=",
          "aW50ZWdyYXRpb24tdGVzdC1rZXktMzItYnl0ZXMhISE=");

  private static final String TENANTS = "tenants=";
  private static final String UNTIL = "until=";

  private KeyText() {}

  /** Reads one entry. */
  @FunctionalInterface
  interface Reader {
    SnapshotKey read(String entry) throws WrongKeysException;
  }

  /** Reads all entries that are not blank. */
  static KeyRing ring(List<String> entries, boolean published, Reader reader)
      throws WrongKeysException {
    List<SnapshotKey> keys = new ArrayList<>();
    for (String entry : entries) {
      if (!entry.isBlank()) {
        if (!published && PUBLISHED.stream().anyMatch(entry::contains)) {
          throw wrong(entry, "a published key", "a secret of your own, because that one is public");
        }
        keys.add(reader.read(entry.strip()));
      }
    }
    return KeyRing.of(keys);
  }

  /** Reads {@code kid:base64}. */
  static SnapshotKey key(String entry) throws WrongKeysException {
    return key(entry, Set.of(), Optional.empty());
  }

  /** Reads {@code kid:base64[;tenants=A,B][;until=2026-12-31T00:00:00Z]}. */
  static SnapshotKey keyWithLimits(String line) throws WrongKeysException {
    String[] parts = line.split(";", -1);
    Set<String> tenants = new HashSet<>();
    Optional<Instant> until = Optional.empty();
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith(TENANTS)) {
        tenants.addAll(tenants(line, part.substring(TENANTS.length())));
      } else if (part.startsWith(UNTIL)) {
        until = Optional.of(time(line, part.substring(UNTIL.length())));
      } else {
        throw wrong(line, "unknown limit", "tenants=<id>,<id> or until=<time>");
      }
    }
    return key(parts[0], tenants, until);
  }

  private static SnapshotKey key(String entry, Set<String> tenants, Optional<Instant> until)
      throws WrongKeysException {
    int colon = entry.indexOf(':');
    String kid = colon < 0 ? "" : entry.substring(0, colon).strip();
    if (kid.isEmpty()) {
      throw new WrongKeysException("an entry without key id (expected: kid:base64)");
    }
    byte[] secret = secret(entry, entry.substring(colon + 1).strip());
    if (secret.length < SnapshotKey.MIN_BYTES) {
      throw wrong(
          entry, secret.length + " bytes", "at least " + SnapshotKey.MIN_BYTES + " random bytes");
    }
    return new SnapshotKey(kid, secret, tenants, until);
  }

  private static byte[] secret(String entry, String base64) throws WrongKeysException {
    try {
      byte[] secret = Base64.getDecoder().decode(base64);
      // The decoder tolerates missing padding and stray bits; other services do not.
      if (Base64.getEncoder().encodeToString(secret).equals(base64)) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      // The message would quote the key.
    }
    throw wrong(entry, "not base64", "base64 with padding");
  }

  private static Set<String> tenants(String line, String ids) throws WrongKeysException {
    Set<String> tenants = new HashSet<>();
    for (String id : ids.split(",", -1)) {
      if (id.isBlank()) {
        throw wrong(line, "tenants: an empty id", "ids separated by commas");
      }
      tenants.add(id.strip());
    }
    return tenants;
  }

  private static Instant time(String line, String text) throws WrongKeysException {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw wrong(line, "until: not a time", "such as 2026-12-31T00:00:00Z");
    }
  }

  private static WrongKeysException wrong(String entry, String found, String expected) {
    String kid = entry.substring(0, Math.max(0, entry.indexOf(':'))).strip();
    return new WrongKeysException("key '" + kid + "': " + found + " (expected: " + expected + ")");
  }
}
