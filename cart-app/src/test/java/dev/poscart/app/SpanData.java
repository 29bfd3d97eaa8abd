package dev.poscart.app;

import com.google.protobuf.UnknownFieldSet;
import java.util.HexFormat;

/** A span as it was sent to the collector. Ids are hexadecimal, times in nanoseconds since 1970. */
record SpanData(
    String traceId, String spanId, String parentId, String name, int kind, long start, long end) {

  static final int SERVER = 2;
  static final int PRODUCER = 4;

  static SpanData of(UnknownFieldSet span) {
    return new SpanData(
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        span.getField(5).getLengthDelimitedList().get(0).toStringUtf8(),
        span.getField(6).getVarintList().get(0).intValue(),
        span.getField(7).getFixed64List().get(0),
        span.getField(8).getFixed64List().get(0));
  }

  /** What a call within this span has to carry. */
  String traceparent() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String hex(UnknownFieldSet span, int field) {
    return span.getField(field).getLengthDelimitedList().stream()
        .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
        .findFirst()
        .orElse("");
  }
}
