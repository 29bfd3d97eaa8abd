package dev.poscart.app.profile;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.poscart.app.config.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads and validates store profiles. Error messages name the JSON path, the value and what was
 * expected.
 */
public final class StoreProfileReader {

  private static final ProfileValues VALUES = new ProfileValues();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModules(new Jdk8Module(), VALUES.module())
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
          .build();

  private final String today;

  /**
   * Creates a reader.
   *
   * @param today {@code YYYYMMDD}: the business date of terminals for which the profile has none;
   *     it advances with the calendar
   */
  public StoreProfileReader(String today) {
    this.today = today;
  }

  /** Reads the built-in demo store. */
  public StoreProfile readDemo() {
    return read(demoTree(), "demo store");
  }

  /** The built-in demo store as JSON. */
  JsonNode demoTree() {
    try (InputStream demo =
        StoreProfileReader.class.getResourceAsStream("/dev/poscart/app/demo-store.json")) {
      if (demo == null) {
        throw new IllegalStateException("the demo store is missing from the jar");
      }
      return MAPPER.readTree(demo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a store profile from a file.
   *
   * @throws ConfigurationException if the file cannot be read or is not a valid profile
   */
  public StoreProfile readFile(Path file) {
    return read(tree(file), name(file));
  }

  /**
   * The file as JSON.
   *
   * @throws ConfigurationException if the file cannot be read or is not JSON
   */
  JsonNode tree(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          name(file)
              + " (expected: JSON): line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "STORE_PROFILE", file.toString(), "a readable JSON file", e);
    }
  }

  private static String name(Path file) {
    return "STORE_PROFILE: '" + file + "'";
  }

  /**
   * The profile that JSON describes.
   *
   * @param name of the profile in messages
   * @throws ConfigurationException if it is not a valid profile
   */
  StoreProfile read(JsonNode root, String name) {
    if (!root.isObject()) {
      throw new ConfigurationException(name + ": " + wrong("$", root, "an object"));
    }
    try {
      return MAPPER.treeToValue(root, ProfileDocument.class).profile(today);
    } catch (JsonMappingException e) {
      throw new ConfigurationException(name + ": " + sentence(root, e), e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with an item of a profile by itself, if anything. */
  Optional<String> mistake(JsonNode item) {
    if (!item.isObject()) {
      return Optional.of(wrong("item", item, "an object"));
    }
    try {
      ProfileChecks.requireText(
          "itemCode", MAPPER.treeToValue(item, ItemEntries.ItemEntry.class).itemCode());
      return Optional.empty();
    } catch (JsonMappingException e) {
      return Optional.of(sentence(item, e).replaceFirst("^\\$\\.?", ""));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Names the JSON path and the value that is there, and says what was expected. */
  private static String sentence(JsonNode root, JsonMappingException mistake) {
    StringBuilder path = new StringBuilder("$");
    JsonNode parent = root;
    JsonNode value = root;
    for (JsonMappingException.Reference step : mistake.getPath()) {
      String key = step.getFieldName();
      parent = value;
      value = key == null ? parent.path(step.getIndex()) : parent.path(key);
      path.append(key == null ? "[" + step.getIndex() + "]" : "." + key);
    }
    if (mistake.getCause() instanceof RuntimeException found) {
      return path + "." + found.getMessage();
    }
    if (mistake instanceof UnrecognizedPropertyException unknown) {
      return path
          + ": unknown key (expected: one of "
          + sorted(unknown.getKnownPropertyIds())
          + ")";
    }
    String expected =
        mistake instanceof MismatchedInputException mismatch
            ? VALUES.expected(mismatch.getTargetType())
            : mistake.getOriginalMessage();
    return value.isMissingNode() ? missing(path, parent, expected) : wrong(path, value, expected);
  }

  /** Names the keys that are there, among which a misspelt one is seen. */
  private static String missing(CharSequence path, JsonNode parent, String expected) {
    List<String> keys = parent.properties().stream().map(Map.Entry::getKey).toList();
    return path + ": missing among the keys " + sorted(keys) + " (expected: " + expected + ")";
  }

  private static String wrong(CharSequence path, JsonNode value, String expected) {
    String json = value.toString();
    String shown = json.length() > 60 ? json.substring(0, 60) + "..." : json;
    return path + ": '" + shown + "' (expected: " + expected + ")";
  }

  private static String sorted(Collection<?> keys) {
    return keys.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
