package dev.poscart.domain.simulation;

import java.util.ArrayList;
import java.util.List;

/** One life of an instance of the service. What belongs to a life that is over does not go on. */
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

  /** Who finds out when the instance is gone: those who are connected to it. */
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
