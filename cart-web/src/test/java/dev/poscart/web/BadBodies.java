package dev.poscart.web;

import static dev.poscart.web.WireRequest.utf8;

import dev.poscart.web.BodyTemplate.Field;
import dev.poscart.web.BodyTemplate.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Invalid bodies for every route that takes a body. */
final class BadBodies {

  private static final Field QUANTITY = new Field("quantity", Kind.QUANTITY, "1", true);
  private static final List<Field> DISCOUNT =
      List.of(
          new Field("discountType", Kind.CHOICE, "\"DiscountAmount\"", true),
          new Field("discountValue", Kind.PRICE, "1", true),
          new Field("discountDetail", Kind.TEXT, "\"d\"", false));
  private static final List<Field> TENDER =
      List.of(
          new Field("paymentCode", Kind.TEXT, "\"01\"", true),
          new Field("amount", Kind.AMOUNT, "110", true),
          new Field("detail", Kind.TEXT, "\"x\"", false));

  private final List<BodyTemplate> templates;
  private final Random random;

  BadBodies(StockedShop shop, Random random) {
    this.random = random;
    this.templates =
        Stream.of(entry(shop), discountsAndTenders(shop), others(shop))
            .flatMap(List::stream)
            .toList();
  }

  private static List<BodyTemplate> entry(StockedShop shop) {
    return List.of(
        of(
            "POST",
            "/api/v1/carts",
            false,
            List.of(
                new Field("transactionType", Kind.TYPE, "101", false),
                new Field("userId", Kind.TEXT, "\"U1\"", false),
                new Field("userName", Kind.TEXT, "\"\u5ba2\"", false))),
        of(
            "POST",
            shop.entering + "/lineItems",
            true,
            List.of(
                new Field("itemCode", Kind.TEXT, "\"A\"", true),
                QUANTITY,
                new Field("unitPrice", Kind.PRICE, "5", false))),
        of("PATCH", shop.entering + "/lineItems/1/quantity", false, List.of(QUANTITY)),
        of(
            "PATCH",
            shop.entering + "/lineItems/1/unitPrice",
            false,
            List.of(new Field("unitPrice", Kind.PRICE, "5", true))));
  }

  private static List<BodyTemplate> discountsAndTenders(StockedShop shop) {
    return List.of(
        of("POST", shop.entering + "/lineItems/1/discounts", true, DISCOUNT),
        of("POST", shop.entering + "/payments", true, TENDER),
        of("POST", shop.paying + "/discounts", true, DISCOUNT),
        of("POST", shop.paying + "/payments", true, TENDER),
        of("POST", shop.standing + "/void", true, TENDER),
        of("POST", shop.standing + "/return", true, TENDER),
        pieces(shop.standing + "/return"));
  }

  private static List<BodyTemplate> others(StockedShop shop) {
    return List.of(
        new BodyTemplate(
            WireRequest.of("", "POST", shop.entering + "/park", ""),
            false,
            false,
            List.of(new Field("note", Kind.TEXT, "\"n\"", false))),
        new BodyTemplate(
            WireRequest.of("", "POST", shop.standing + "/delivery-status", "")
                .onlyWith("", List.of("X-API-KEY: " + Shop.NOTIFY_KEY)),
            false,
            true,
            List.of(
                new Field("event_id", Kind.TEXT, "\"e\"", true),
                new Field("service", Kind.CHOICE, "\"report\"", true),
                new Field("status", Kind.CHOICE, "\"received\"", true),
                new Field("message", Kind.CHOICE, "\"m\"", true))),
        new BodyTemplate(
            WireRequest.of("", "POST", "/api/v1/tenants", "")
                .onlyWith("", List.of("Authorization: Bearer user-A1234")),
            false,
            true,
            List.of(new Field("tenantId", Kind.TEXT, "\"A1234\"", true))));
  }

  private static BodyTemplate of(String method, String path, boolean list, List<Field> fields) {
    return new BodyTemplate(WireRequest.of("", method, path, ""), list, true, fields);
  }

  /** A return of pieces: an object in which every field is a list. */
  private static BodyTemplate pieces(String path) {
    String tenders = "[{\"paymentCode\":\"01\",\"amount\":110}]";
    return new BodyTemplate(
        WireRequest.of("", "POST", path, ""),
        false,
        true,
        List.of(
            new Field("payments", Kind.LIST, tenders, true),
            new Field("lineItems", Kind.LIST, "[{\"lineNo\":1,\"quantity\":0}]", false)));
  }

  WireRequest next() {
    BodyTemplate template = templates.get(random.nextInt(templates.size()));
    String good = template.good();
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> wrongField(template);
      case 4 -> with(template, "cut off", utf8(cutOff(template, good)));
      case 5 ->
          with(
              template, "something after it", utf8(good + one("x ] } { , 1 \" \u0000 [] {} null")));
      case 6 -> with(template, "a byte that is no UTF-8", badByte(good));
      case 7 -> with(template, "too deep", utf8(tooDeep()));
      case 8 -> with(template, "a name twice", utf8(twice(template)));
      case 9 -> with(template, "not the right container", utf8(container(template, good)));
      case 10 -> with(template, "a field too few", utf8(fieldTooFew(template)));
      default -> otherEncoding(template, good);
    };
  }

  private WireRequest wrongField(BodyTemplate template) {
    int index = random.nextInt(template.fields().size());
    Field field = template.fields().get(index);
    String junk = one(field.kind().junk);
    return with(template, field.name() + " " + junk, utf8(template.body(index, junk)));
  }

  private static WireRequest with(BodyTemplate template, String kind, byte[] body) {
    return template.request().withBody(kind, body);
  }

  private String cutOff(BodyTemplate template, String good) {
    int min = template.bodyRequired() ? 0 : 1;
    return good.substring(0, min + random.nextInt(good.length() - min));
  }

  private byte[] badByte(String good) {
    byte[] bytes = utf8(good);
    int at = random.nextInt(good.indexOf('"') + 1);
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    broken.write(bytes, 0, at);
    broken.write(0x80 + random.nextInt(0x80));
    broken.write(bytes, at, bytes.length - at);
    return broken.toByteArray();
  }

  private String tooDeep() {
    int depth = 33 + random.nextInt(5_000);
    return random.nextBoolean()
        ? "[".repeat(depth) + (random.nextBoolean() ? "]".repeat(depth) : "")
        : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private String twice(BodyTemplate template) {
    Field field = template.fields().get(random.nextInt(template.fields().size()));
    String again = "{\"" + field.name() + "\":" + field.good() + ",";
    return template.good().replaceFirst("\\{", Matcher.quoteReplacement(again));
  }

  private String container(BodyTemplate template, String good) {
    String wrong = one("1 true \"x\" \"[]\" 1.5 -1");
    if (template.list()) {
      return random.nextBoolean() ? "[" + good + "]" : random.nextBoolean() ? "[1]" : wrong;
    }
    return random.nextBoolean() ? "[" + good + "," + good + "]" : wrong;
  }

  /** If no field is required, adds one that cannot be read. */
  private String fieldTooFew(BodyTemplate template) {
    List<Field> required = template.fields().stream().filter(Field::required).toList();
    if (required.isEmpty()) {
      return "{\"" + template.fields().get(0).name() + "\"}";
    }
    String missing = required.get(random.nextInt(required.size())).name();
    return template.good().replace("\"" + missing + "\"", "\"" + missing + "_\"");
  }

  private WireRequest otherEncoding(BodyTemplate template, String good) {
    if (random.nextInt(3) == 0) {
      byte[] body = good.getBytes(StandardCharsets.UTF_8);
      return new BadPacking(random).of(with(template, "packed", body), body);
    }
    String charset = one("UTF-16 UTF-16LE UTF-16BE UTF-32 UTF-32LE UTF-32BE IBM1047");
    return with(template, charset, good.getBytes(Charset.forName(charset)))
        .with("Content-Type: application/json; charset=" + charset);
  }

  private String one(String words) {
    List<String> list = List.of(words.split(" ", -1));
    return list.get(random.nextInt(list.size()));
  }
}
