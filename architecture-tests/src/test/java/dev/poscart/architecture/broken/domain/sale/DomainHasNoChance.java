package dev.poscart.architecture.broken.domain.sale;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

@SuppressWarnings("all")
final class DomainHasNoChance {
  private DomainHasNoChance() {}

  static UUID badUuid() {
    return UUID.randomUUID();
  }

  static Supplier<UUID> badUuidByName() {
    return UUID::randomUUID;
  }

  static int badDice(Random random) {
    return random.nextInt(6);
  }

  static Object badSecureDice() {
    return new SecureRandom();
  }

  static int badThreadDice() {
    return ThreadLocalRandom.current().nextInt(6);
  }

  static void badShuffle(List<String> cards) {
    Collections.shuffle(cards);
  }

  static long badMath() {
    return Math.round(Math.random());
  }

  static UUID goodUuid(String text) {
    return UUID.fromString(text);
  }
}
