package dev.poscart.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The OpenAPI document of all routes, written by hand in YAML. */
final class OpenApiDocument {

  private static final Resource YAML = Resource.ours("openapi.yaml", "application/yaml");

  private OpenApiDocument() {}

  /** Converted on first use, so that startup does not wait for it. */
  private static final class Converted {
    private static final byte[] JSON = convert();
  }

  static Resource yaml() {
    return YAML;
  }

  /** The document as JSON; neither copied nor to be modified. */
  static byte[] json() {
    return Converted.JSON;
  }

  /** Keeps the notation of amounts in examples, such as {@code 806.0}. */
  private static byte[] convert() {
    ObjectMapper reader =
        YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    try {
      return JsonMapper.builder().build().writeValueAsBytes(reader.readTree(YAML.read()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
