package dev.poscart.app.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.config.ConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads files of items as the JSON objects that stand in a store profile. */
final class ItemSource {

  private static final int BYTE_ORDER_MARK = '\uFEFF';
  private static final Set<String> FLAGS = Set.of("isDiscountRestricted", "isActive");
  private static final String PRICE = "unitPrice";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  /**
   * One item of a file.
   *
   * @param line the line of the file that it begins in
   */
  record Found(long line, JsonNode item) {}

  private ItemSource() {}

  /**
   * Reads a file: a table if its name ends in {@code .csv}, else JSON.
   *
   * @throws ConfigurationException if the file cannot be read at all
   */
  static List<Found> read(Path file) {
    try (Reader in = Files.newBufferedReader(file)) {
      skipByteOrderMark(in);
      return file.toString().endsWith(".csv") ? table(in) : list(in);
    } catch (JsonProcessingException e) {
      throw unreadable(
          file, "JSON", "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    } catch (CharacterCodingException e) {
      throw unreadable(file, "text in UTF-8", "some bytes are not");
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, "a file of items", String.valueOf(e.getMessage()));
    }
  }

  private static ConfigurationException unreadable(Path file, String expected, String problem) {
    return new ConfigurationException(
        "--items: '%s' (expected: %s): %s".formatted(file, expected, problem));
  }

  private static void skipByteOrderMark(Reader in) throws IOException {
    in.mark(1);
    if (in.read() != BYTE_ORDER_MARK) {
      in.reset();
    }
  }

  private static List<Found> table(Reader in) throws IOException {
    List<Found> items = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(in, TABLE)) {
      long before = 1;
      for (CSVRecord row : rows) {
        if (!row.isConsistent()) {
          throw new IllegalArgumentException(
              "line %d has %d columns (expected: %d, as the header line)"
                  .formatted(before + 1, row.size(), rows.getHeaderNames().size()));
        }
        items.add(new Found(before + 1, item(rows.getHeaderNames(), row)));
        before = rows.getCurrentLineNumber();
      }
    }
    return items;
  }

  /** An empty cell leaves the key out. */
  private static ObjectNode item(List<String> keys, CSVRecord row) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    keys.stream()
        .filter(key -> !row.get(key).isEmpty())
        .forEach(key -> item.set(key, value(key, row.get(key))));
    return item;
  }

  /** What is not a number or flag stays a text, which the profile then refuses. */
  private static JsonNode value(String key, String text) {
    JsonNodeFactory values = JsonNodeFactory.instance;
    if (FLAGS.contains(key) && (text.equals("true") || text.equals("false"))) {
      return values.booleanNode(text.equals("true"));
    }
    if (key.equals(PRICE)) {
      try {
        return values.numberNode(new BigDecimal(text));
      } catch (NumberFormatException e) {
        return values.textNode(text);
      }
    }
    return values.textNode(text);
  }

  private static List<Found> list(Reader in) throws IOException {
    List<Found> items = new ArrayList<>();
    try (JsonParser json = MAPPER.createParser(in)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IllegalArgumentException("it is not a list of objects");
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        int line = json.currentTokenLocation().getLineNr();
        items.add(new Found(line, MAPPER.readTree(json)));
      }
    }
    return items;
  }
}
