package dev.poscart.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The contract of all routes, kept by hand as YAML. */
final class OpenApiDocument {

  private static final Resource YAML = Resource.ours("openapi.yaml", "application/yaml");

  private OpenApiDocument() {}

  /** Made when it is first asked for: the start need not wait for it. */
  private static final class Converted {
    private static final byte[] JSON = convert();
  }

  static Resource yaml() {
    return YAML;
  }

  /** The same in JSON; not copied, not to be changed. */
  static byte[] json() {
    return Converted.JSON;
  }

  /** Amounts in examples keep their spelling: {@code 806.0} stays so. */
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
