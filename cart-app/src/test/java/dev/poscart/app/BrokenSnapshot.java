package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bodies of what a terminal could send by mistake or by design. */
final class BrokenSnapshot {

  private static final List<String> JUNK =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e308",
          "1e999",
          "0.1",
          "9007199254740993",
          "-0.0",
          "\"\"",
          "\"x\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"1e9\"",
          "[]",
          "{}",
          "[null]",
          "[[[[[[[[]]]]]]]]",
          "2147483647",
          "2147483648",
          "99999999999999999999999999999999",
          "\"\\ud83c\"",
          "\"\\u0000\"");

  private final Random random;

  BrokenSnapshot(Random random) {
    this.random = random;
  }

  /** One whose signature cannot match, or no JSON at all. */
  byte[] unsigned(String snapshot, String payload) {
    byte[] body = CarriedTill.wrapped(snapshot, payload).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(6)) {
      case 0 -> flipped(body);
      case 1 -> Arrays.copyOf(body, random.nextInt(body.length));
      case 2 -> bytes(deep(snapshot), payload);
      case 3 -> bytes(JUNK.get(random.nextInt(JUNK.size())), payload);
      case 4 -> bytes(huge(snapshot), payload);
      default -> bytes(changed(TestTill.json(snapshot)).toString(), payload);
    };
  }

  /** One with a matching signature. */
  byte[] signed(String snapshot, String payload) {
    ObjectNode envelope = TestTill.json(snapshot).deepCopy();
    JsonNode document = envelope.path("cartDocument");
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      document = changed(document);
    }
    envelope.set("cartDocument", document);
    return bytes(TestSignature.resigned(envelope).toString(), payload);
  }

  private static byte[] bytes(String snapshot, String payload) {
    return CarriedTill.wrapped(snapshot, payload).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(byte[] body) {
    byte[] flipped = body.clone();
    flipped[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private String deep(String snapshot) {
    int levels = 1 + random.nextInt(2_000);
    return snapshot.replaceFirst(
        "\"line_items\":", "\"line_items\":" + "[".repeat(levels) + "]".repeat(levels) + ",\"x\":");
  }

  private String huge(String snapshot) {
    return snapshot.replaceFirst(
        "\"payments\":",
        "\""
            + "x".repeat(1 + random.nextInt(3_000))
            + "\":"
            + "9".repeat(1 + random.nextInt(500))
            + ",\"payments\":");
  }

  /** One value replaced, removed, or swapped with another one. */
  private JsonNode changed(JsonNode tree) {
    JsonNode copy = tree.deepCopy();
    List<ContainerNode<?>> containers = new ArrayList<>();
    collect(copy, containers);
    ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
    JsonNode junk =
        random.nextInt(4) == 0
            ? containers.get(random.nextInt(containers.size())).deepCopy()
            : TestTill.json(JUNK.get(random.nextInt(JUNK.size())));
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.set(name, junk);
      }
    } else if (container instanceof ArrayNode array) {
      array.add(junk);
    }
    return copy;
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
    if (node instanceof ContainerNode<?> container) {
      containers.add(container);
    }
    node.forEach(child -> collect(child, containers));
  }
}
