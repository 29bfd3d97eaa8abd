package dev.poscart.architecture.broken.domain.model;

import java.math.BigDecimal;
import java.util.List;

abstract class DomainHasNoFloatingPoint {
  final double badField = 1;

  abstract float[] badArray();

  abstract List<Double> badList();

  abstract void badParameter(double price);

  long badLocal(BigDecimal price) {
    var lossy = price.doubleValue();
    return (long) lossy;
  }

  long goodWhole(BigDecimal price) {
    return price.longValueExact();
  }
}
