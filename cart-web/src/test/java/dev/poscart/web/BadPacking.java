package dev.poscart.web;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Compressed bodies that are damaged, truncated or labelled wrongly. */
final class BadPacking {

  private final Random random;

  BadPacking(Random random) {
    this.random = random;
  }

  /**
   * Compresses a body wrongly.
   *
   * @param request whose body would be accepted uncompressed
   */
  WireRequest of(WireRequest request, byte[] good) {
    byte[] gzip = Packed.gzip(good);
    byte[] deflate = Packed.deflate(good, random.nextBoolean());
    return switch (random.nextInt(7)) {
      case 0 ->
          packed(
              request, any(List.of("zstd", "compress", "gzip, gzip", "gzip, deflate", "*")), gzip);
      case 1 -> packed(request, "gzip", any(List.of(good, deflate, cut(gzip), damaged(gzip))));
      case 2 -> packed(request, "deflate", any(List.of(good, gzip, cut(deflate))));
      case 3 -> packed(request, any(List.of("gzip", "x-gzip")), Packed.gzip(cut(good)));
      case 4 -> packed(request, "gzip", Packed.gzip(gzip));
      case 5 -> packed(request, "deflate", followed(deflate));
      default -> packed(request, "gzip", followed(gzip));
    };
  }

  private static WireRequest packed(WireRequest request, String coding, byte[] body) {
    return request.withBody("packed", body).with("Content-Encoding: " + coding);
  }

  private byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
  }

  /** The checksum and the length stand at the end. */
  private byte[] damaged(byte[] gzip) {
    byte[] damaged = gzip.clone();
    damaged[gzip.length - 1 - random.nextInt(8)] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  private byte[] followed(byte[] packed) {
    return Arrays.copyOf(packed, packed.length + 1 + random.nextInt(100));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
