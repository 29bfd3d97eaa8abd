package dev.poscart.app.load;

import java.util.function.LongSupplier;

/**
 * A figure of the service under load that its users do not see.
 *
 * @param column its heading in the table
 * @param plot its title among the plots; empty: it is not drawn
 * @param sinceBegin whether only what was added during the run counts
 * @param reading the figure now; negative: not known
 */
public record Gauge(String column, String plot, boolean sinceBegin, LongSupplier reading) {}
