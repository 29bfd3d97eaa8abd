package dev.poscart.app.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line of a terminal, drawn again and again: a bar, the share that is done, the speed. */
final class ProgressBar implements Progress {

  private static final int WIDTH = 30;
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final String what;
  private final long total;
  private final LongSupplier nanos;
  private final long began;
  private long drawn;
  private int length;

  ProgressBar(PrintStream out, String what, long total, LongSupplier nanos) {
    this.out = out;
    this.what = what;
    this.total = total;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.drawn = began - REDRAW_NANOS;
  }

  @Override
  public void at(long done) {
    long now = nanos.getAsLong();
    if (now - drawn >= REDRAW_NANOS || done >= total) {
      drawn = now;
      draw(line(done, (now - began) / NANOS));
    }
  }

  @Override
  public void end() {
    draw("");
    out.print("\r");
    out.flush();
  }

  private String line(long done, double seconds) {
    double share = total == 0 ? 1 : Math.min(1, (double) done / total);
    int filled = (int) (share * WIDTH);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String speed = seconds > 0 ? ", %,.0f/s".formatted(done / seconds) : "";
    return String.format(
        Locale.ROOT, "%s [%s] %3.0f %%, %,d of %,d%s", what, bar, share * 100, done, total, speed);
  }

  /** Blanks cover the rest of a longer line. */
  private void draw(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
    out.flush();
    length = line.length();
  }
}
