package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/**
 * A successful response in kugelpos's envelope; all keys are always present.
 *
 * @param operation kugelpos's name of the operation; empty if it has none
 */
record Reply(
    int status, String operation, String message, JsonValueWriter data, JsonValueWriter metadata)
    implements Renderable {

  @Override
  public Answer render() {
    return Answer.of(status, JsonText.bytes(this::write));
  }

  private void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeBooleanField("success", true);
    out.writeNumberField("code", status);
    out.writeStringField("message", message);
    out.writeNullField("userError");
    out.writeFieldName("data");
    data.write(out);
    out.writeFieldName("metadata");
    metadata.write(out);
    JsonText.text(out, "operation", Optional.of(operation).filter(name -> !name.isEmpty()));
    out.writeEndObject();
  }
}
