package dev.poscart.domain.document;

import java.math.RoundingMode;
import java.util.Map;

/** How kugelpos names ways to round, in its settings and in its documents. */
public final class KugelposRounding {

  public static final Map<String, RoundingMode> MODES =
      Map.of(
          "Round", RoundingMode.HALF_UP,
          "Floor", RoundingMode.FLOOR,
          "Ceil", RoundingMode.CEILING);

  private KugelposRounding() {}
}
