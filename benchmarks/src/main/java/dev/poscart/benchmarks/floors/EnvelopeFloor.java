package dev.poscart.benchmarks.floors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a carried request cannot do without: parse it, canonicalise its envelope and compute the
 * signature, canonicalise and sign the envelope of the answer, and write the answer. The bytes are
 * those that the service has received and sent.
 */
final class EnvelopeFloor {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ENVELOPE = "signedSnapshot";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final List<byte[]> requests;
  private final List<ObjectNode> answers;

  /**
   * Takes recorded pairs.
   *
   * @param answers to the requests, in their order
   */
  EnvelopeFloor(byte[] key, List<byte[]> requests, List<byte[]> answers) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.requests = requests;
    this.answers = answers.stream().map(answer -> (ObjectNode) parsed(answer)).toList();
  }

  /** Processor time per request, in microseconds. */
  double cpuMicros(int rounds) throws GeneralSecurityException, IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long written = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < requests.size(); i++) {
        written += once(requests.get(i), answers.get(i));
      }
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    if (written == 0) {
      throw new IOException("nothing was written");
    }
    return took / 1e3 / rounds / requests.size();
  }

  private int once(byte[] request, ObjectNode answer) throws GeneralSecurityException, IOException {
    String presented = signature(parsed(request).path(ENVELOPE));
    ObjectNode envelope = (ObjectNode) answer.path("data").path(ENVELOPE);
    envelope.put("signature", signature(envelope));
    return MAPPER.writeValueAsBytes(answer).length + presented.length();
  }

  private String signature(JsonNode envelope) throws GeneralSecurityException, IOException {
    Map<String, JsonNode> signed = new TreeMap<>();
    envelope
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("signature")) {
                signed.put(member.getKey(), member.getValue());
              }
            });
    StringBuilder canonical = new StringBuilder(8_192);
    write(signed, canonical);
    Mac mac = Mac.getInstance(ALGORITHM);
    mac.init(key);
    return HexFormat.of()
        .formatHex(mac.doFinal(canonical.toString().getBytes(StandardCharsets.US_ASCII)));
  }

  private static void write(Map<String, JsonNode> members, StringBuilder out) {
    char separator = '{';
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      out.append(separator).append('"').append(member.getKey()).append("\":");
      write(member.getValue(), out);
      separator = ',';
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private static void write(JsonNode value, StringBuilder out) {
    if (value.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      write(members, out);
    } else if (value.isArray()) {
      char separator = '[';
      for (JsonNode element : value) {
        out.append(separator);
        write(element, out);
        separator = ',';
      }
      out.append(value.isEmpty() ? "[]" : "]");
    } else if (value.isTextual()) {
      text(value.textValue(), out);
    } else {
      out.append(value.asText());
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        out.append('\\').append(letter);
      } else if (letter >= ' ' && letter <= '~') {
        out.append(letter);
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(letter >> shift & 15, 16));
        }
      }
    }
    out.append('"');
  }

  private static JsonNode parsed(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
