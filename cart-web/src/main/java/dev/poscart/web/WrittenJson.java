package dev.poscart.web;

import com.fasterxml.jackson.core.io.SerializedString;
import java.nio.charset.StandardCharsets;

/** A long JSON text that is copied as a whole, which the generator would do letter by letter. */
final class WrittenJson extends SerializedString {

  private static final long serialVersionUID = 1;

  WrittenJson(String json) {
    super(json);
    _unquotedUTF8Ref = json.getBytes(StandardCharsets.UTF_8);
  }
}
