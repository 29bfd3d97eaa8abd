package dev.poscart.domain.simulation;

import java.util.ArrayList;
import java.util.List;

/** One lifetime of an instance. Nothing of an ended lifetime continues. */
final class InstanceLifetime {

  private final String name;
  private final List<Runnable> atEnd = new ArrayList<>();
  private boolean over;

  InstanceLifetime(String name) {
    this.name = name;
  }

  boolean isOver() {
    return over;
  }

  /** The listeners connected to the instance, which learn of its end. */
  void atEnd(Runnable told) {
    atEnd.add(told);
  }

  void end() {
    if (!over) {
      over = true;
      atEnd.forEach(Runnable::run);
      atEnd.clear();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
