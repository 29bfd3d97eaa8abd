package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The requests to a kugelpos cart service and its answers, word for word, and the few places where
 * Poscart deliberately differs.
 */
final class Recording {

  private static final Set<String> TIMES =
      Set.of("generateDateTime", "generate_date_time", "reference_date_time", "created_at");

  /** As ISO 8601 with microseconds and the stores' offset. */
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+09:00";

  private static final String PRINTED_TIME = "\\d{4}年\\d\\d月\\d\\d日\\([月火水木金土日]\\) \\d\\d:\\d\\d";

  /**
   * A deliberate difference: a pattern of the recorded text, what Poscart answers instead, and why.
   */
  record Departure(String recorded, String ours, String why) {}

  private static final List<Departure> DEPARTURES =
      List.of(
          new Departure(
              "        割引: 15\\.0%",
              "          割引: 15%", "a whole percentage is printed without a fraction"),
          new Departure(
              "((?:割引: 15%|値引:) +) (</Item1>\\s+<Item2>|)-(225|7)  ",
              "$1$2-\\\\$3  ", "amounts that lower a sum have one form"),
          new Departure(
              "ポイント値引( +) (</Item1>\\s+<Item2>|)-100  ",
              "小計値引    $1$2-\\\\100  ",
              "the same; and a discount of the subtotal has nothing to do with points"),
          new Departure(
              "(?s)(売上取消伝票.*お預り +(?:</Item1>\\s+<Item2>)?)\\\\1,094",
              "$1\\\\1,594",
              "a void slip says what is undone, all tenders together"),
          undone("返 品 伝 票", "  ", "ご返金額"),
          undone("売上取消伝票", "      ", "お支払取消額"),
          undone("返品取消伝票", "      ", "ご返金取消額"),
          new Departure("(ジュース +98|外8 +300)  \n", "$1軽\n", "an item at the reduced rate is marked"),
          new Departure(
              "(ジュース +|外8 +)(</Item1>\\s+<Item2>)(98|300)  </Item2>",
              "$1$2$3軽</Item2>",
              "the same, as print data"),
          new Departure(
              "(?s)(軽\n.*)(レシートNo\\. \\d{6} +\n)",
              "$1軽:軽減税率対象                 \n$2",
              "a legend before the receipt number explains the mark"),
          new Departure(
              "(?s)(軽</Item2>.*)(\t\t<Line type=\"Text\" align=\"Left\" dimension=\"\">\n)"
                  + "(\t\t\tレシートNo\\. \\d{6}\n)(\t\t\t<Item1/>\n\t\t\t<Item2/>\n\t\t</Line>\n)",
              "$1$2\t\t\t軽:軽減税率対象\n$4$2$3$4", "the same, as print data"));

  private Recording() {}

  /**
   * For a refund, nothing is tendered and no change given.
   *
   * @param blanks what the new word is wider than the old one
   */
  private static Departure undone(String title, String blanks, String word) {
    return new Departure(
        "(?s)("
            + title
            + ".*)お預り"
            + blanks
            + "( +(?:</Item1>\\s+<Item2>)?\\\\1,594  (?:\n|</Item2>\\s+</Line>\n))"
            + "(?:お釣り[^\n]+\n|\t\t<Line [^\n]+\n\t\t\t<Item1>お釣り.*?</Line>\n)",
        "$1" + word + "$2",
        "a slip of money that goes back says so");
  }

  /** A file of the recording. */
  static JsonNode read(String name) {
    try (InputStream in =
        Objects.requireNonNull(Recording.class.getResourceAsStream("/dev/poscart/web/" + name))) {
      return TestTill.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was recorded, as Poscart says it, without times and ids. */
  static String expected(JsonNode recorded) {
    JsonNode copy = recorded.deepCopy();
    change(copy, true);
    return copy.toString();
  }

  /** What was answered, without times and ids. */
  static String actual(JsonNode answered) {
    JsonNode copy = answered.deepCopy();
    change(copy, false);
    return copy.toString();
  }

  private static void change(JsonNode node, boolean recorded) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(value(field, recorded)));
      if (recorded && (object.has("cartStatus") || isNewCart(object))) {
        // Added since the recording, as the last field, for terminals that carry their carts.
        object.putNull("signedSnapshot");
      }
      if (!recorded) {
        // Added since the recording, for peer services that tell sessions and carts apart.
        object.remove("cart_id");
        if (object.has("store_name") && !object.has("business_date")) {
          object.remove("business_counter");
        }
      }
      if (object.has("user_error")) {
        object.put("message", "(technical text, free)");
      }
    }
    node.forEach(child -> change(child, recorded));
  }

  private static boolean isNewCart(ObjectNode object) {
    return object.size() == 1 && object.has("cartId");
  }

  private static JsonNode value(Map.Entry<String, JsonNode> field, boolean recorded) {
    JsonNode value = field.getValue();
    if (!value.isTextual()) {
      return value;
    }
    String text = value.textValue();
    if (TIMES.contains(field.getKey())) {
      return text(text.replaceFirst("^" + TIME + "$", "(time)"));
    }
    return switch (field.getKey()) {
      case "receiptText", "journalText", "receipt_text", "journal_text" ->
          text(printed(text, recorded));
      case "event_id" -> text(text.replaceFirst("^[0-9a-f-]{36}$", "(id)"));
      case "shard_key" -> text(text.replaceFirst("_\\d{4}-\\d\\d-\\d\\d$", "_(date)"));
      default -> value;
    };
  }

  private static String printed(String text, boolean recorded) {
    String printed = text.replaceAll(PRINTED_TIME, "(a date and a time of 23 c.)");
    if (recorded) {
      for (Departure departure : DEPARTURES) {
        printed = printed.replaceAll(departure.recorded(), departure.ours());
      }
    }
    return printed;
  }

  private static JsonNode text(String text) {
    return TextNode.valueOf(text);
  }
}
