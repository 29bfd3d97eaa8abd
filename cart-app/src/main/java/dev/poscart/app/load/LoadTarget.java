package dev.poscart.app.load;

import java.net.URI;
import java.util.List;

/**
 * A service under load.
 *
 * @param name distinguishes it in tables and plots
 */
public record LoadTarget(String name, URI service, List<Gauge> gauges) {

  public LoadTarget {
    gauges = List.copyOf(gauges);
  }
}
