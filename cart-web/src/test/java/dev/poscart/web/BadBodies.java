package dev.poscart.web;

import static dev.poscart.web.WireRequest.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that no route can take, for each route that takes one. */
final class BadBodies {

  private static final String ANY_JUNK =
      "[] {} [[[]]] NaN -NaN Infinity -Infinity nul True undefined 'a' 0x1F .5 01 1. 1e +1 - \"";

  private static final String NO_NUMBER =
      ANY_JUNK
          + " \"abc\" \"\" \"1\u00a02\" \"\uff11\uff12\" \"0x10\" \"1,000\" \"NaN\" \"\\ud800\" 1e999999999"
          + " 99999999999999999999999 \"1e999999999\" 1e308 -1 -0.01 0.001 1e-999999999";

  /** What a kind of field cannot be. */
  private enum Kind {
    QUANTITY(NO_NUMBER + " 0 1.5 10000 \"1e1\" false 2147483648 1e10"),
    TYPE(NO_NUMBER + " 0 102 201 301 1.5 true \"102\""),
    PRICE(NO_NUMBER + " 1000000000"),
    AMOUNT(NO_NUMBER + " 0 false 1000000000000"),
    TEXT(
        ANY_JUNK
            + " 1 1.5 true \"\\ud800\" \"\\udc00x\" \"\\x\" \"\\u12\" \""
            + "x".repeat(1_001)
            + "\""),
    LIST("{} 1 true \"[]\" [1] [[]] [{}] [null] [\"x\"] [{\"lineNo\":1}] [,] [1,]"),
    CHOICE(ANY_JUNK + " 1 \"\" \"discountamount\" \"Received\" \"x\" null");

    private final String junk;

    Kind(String junk) {
      this.junk = junk;
    }
  }

  private record Field(String name, Kind kind, String good, boolean required) {}

  private record Template(
      WireRequest request, boolean list, boolean bodyRequired, List<Field> fields) {

    String body(int replaced, String value) {
      String object =
          IntStream.range(0, fields.size())
              .mapToObj(
                  i ->
                      "\""
                          + fields.get(i).name()
                          + "\":"
                          + (i == replaced ? value : fields.get(i).good()))
              .collect(Collectors.joining(",", "{", "}"));
      return list ? "[" + object + "]" : object;
    }

    String good() {
      return body(-1, "");
    }
  }

  private final List<Template> templates;
  private final Random random;

  BadBodies(StockedShop shop, Random random) {
    this.random = random;
    Field quantity = new Field("quantity", Kind.QUANTITY, "1", true);
    Field price = new Field("unitPrice", Kind.PRICE, "5", false);
    List<Field> discount =
        List.of(
            new Field("discountType", Kind.CHOICE, "\"DiscountAmount\"", true),
            new Field("discountValue", Kind.PRICE, "1", true),
            new Field("discountDetail", Kind.TEXT, "\"d\"", false));
    List<Field> tender =
        List.of(
            new Field("paymentCode", Kind.TEXT, "\"01\"", true),
            new Field("amount", Kind.AMOUNT, "110", true),
            new Field("detail", Kind.TEXT, "\"x\"", false));
    this.templates =
        List.of(
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
                List.of(new Field("itemCode", Kind.TEXT, "\"A\"", true), quantity, price)),
            of("PATCH", shop.entering + "/lineItems/1/quantity", false, List.of(quantity)),
            of(
                "PATCH",
                shop.entering + "/lineItems/1/unitPrice",
                false,
                List.of(new Field("unitPrice", Kind.PRICE, "5", true))),
            of("POST", shop.entering + "/lineItems/1/discounts", true, discount),
            of("POST", shop.entering + "/payments", true, tender),
            of("POST", shop.paying + "/discounts", true, discount),
            of("POST", shop.paying + "/payments", true, tender),
            of("POST", shop.standing + "/void", true, tender),
            of("POST", shop.standing + "/return", true, tender),
            pieces(shop.standing + "/return"),
            new Template(
                WireRequest.of("", "POST", shop.entering + "/park", ""),
                false,
                false,
                List.of(new Field("note", Kind.TEXT, "\"n\"", false))),
            new Template(
                WireRequest.of("", "POST", shop.standing + "/delivery-status", "")
                    .onlyWith("", List.of("X-API-KEY: " + Shop.NOTIFY_KEY)),
                false,
                true,
                List.of(
                    new Field("event_id", Kind.TEXT, "\"e\"", true),
                    new Field("service", Kind.CHOICE, "\"report\"", true),
                    new Field("status", Kind.CHOICE, "\"received\"", true),
                    new Field("message", Kind.CHOICE, "\"m\"", true))),
            new Template(
                WireRequest.of("", "POST", "/api/v1/tenants", "")
                    .onlyWith("", List.of("Authorization: Bearer user-A1234")),
                false,
                true,
                List.of(new Field("tenantId", Kind.TEXT, "\"A1234\"", true))));
  }

  private static Template of(String method, String path, boolean list, List<Field> fields) {
    return new Template(WireRequest.of("", method, path, ""), list, true, fields);
  }

  /** A return of pieces: an object in which every field is a list. */
  private static Template pieces(String path) {
    String tenders = "[{\"paymentCode\":\"01\",\"amount\":110}]";
    return new Template(
        WireRequest.of("", "POST", path, ""),
        false,
        true,
        List.of(
            new Field("payments", Kind.LIST, tenders, true),
            new Field("lineItems", Kind.LIST, "[{\"lineNo\":1,\"quantity\":0}]", false)));
  }

  WireRequest next() {
    Template template = templates.get(random.nextInt(templates.size()));
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

  private WireRequest wrongField(Template template) {
    int index = random.nextInt(template.fields().size());
    Field field = template.fields().get(index);
    String junk = one(field.kind().junk);
    return with(template, field.name() + " " + junk, utf8(template.body(index, junk)));
  }

  private static WireRequest with(Template template, String kind, byte[] body) {
    return template.request().withBody(kind, body);
  }

  private String cutOff(Template template, String good) {
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

  private String twice(Template template) {
    Field field = template.fields().get(random.nextInt(template.fields().size()));
    String again = "{\"" + field.name() + "\":" + field.good() + ",";
    return template.good().replaceFirst("\\{", Matcher.quoteReplacement(again));
  }

  private String container(Template template, String good) {
    String wrong = one("1 true \"x\" \"[]\" 1.5 -1");
    if (template.list()) {
      return random.nextBoolean() ? "[" + good + "]" : random.nextBoolean() ? "[1]" : wrong;
    }
    return random.nextBoolean() ? "[" + good + "," + good + "]" : wrong;
  }

  /** Where no field must be there, there is one that cannot be read. */
  private String fieldTooFew(Template template) {
    List<Field> required = template.fields().stream().filter(Field::required).toList();
    if (required.isEmpty()) {
      return "{\"" + template.fields().get(0).name() + "\"}";
    }
    String missing = required.get(random.nextInt(required.size())).name();
    return template.good().replace("\"" + missing + "\"", "\"" + missing + "_\"");
  }

  private WireRequest otherEncoding(Template template, String good) {
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
