package dev.poscart.domain.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What happened: the last lines to be read, and a hash of all of them. */
final class Trace {

  private static final int KEPT_LINES = Integer.getInteger("poscart.simulation.lines", 250);
  private static final long FIRST_HASH = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private record Line(long at, String who, String what) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%11.6f %-10s %s", at / 1e6, who, what);
    }
  }

  private final VirtualTime time;
  private final Deque<Line> last = new ArrayDeque<>();
  private long hash = FIRST_HASH;

  Trace(VirtualTime time) {
    this.time = time;
  }

  void add(String who, String what) {
    if (last.size() == KEPT_LINES) {
      last.removeFirst();
    }
    last.addLast(new Line(time.now(), who, what));
    mix(time.now());
    mix(who);
    mix(what);
  }

  long hash() {
    return hash;
  }

  String lastLines() {
    StringBuilder text = new StringBuilder();
    last.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private void mix(String text) {
    for (int i = 0; i < text.length(); i++) {
      mix(text.charAt(i));
    }
  }

  private void mix(long value) {
    hash = (hash ^ value) * PRIME;
  }
}
