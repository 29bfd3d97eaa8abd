package dev.poscart.benchmarks.footprint;

import dev.poscart.app.load.Machine;
import dev.poscart.benchmarks.BenchmarkPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory and threads of a process, as reported by the system and the JVM.
 *
 * @param resident resident memory, before the garbage collection that measures the heap
 * @param heap in use after a full collection
 */
public record ProcessFigures(String resident, String heap, String threads) {

  /** A line of the heap summary about a part of the Java heap. */
  private static final Pattern USED =
      Pattern.compile("(?:generation|garbage-first heap) .*used (\\d+)K");

  public static ProcessFigures of(long pid) {
    String status = "/proc/" + pid + "/status";
    String resident = Machine.first(status, "VmRSS");
    String threads = Machine.first(status, "Threads");
    jcmd(pid, "GC.run");
    return new ProcessFigures(megabytes(resident), heap(jcmd(pid, "GC.heap_info")), threads);
  }

  private static String heap(String summary) {
    long kilobytes = 0;
    Matcher found = USED.matcher(summary);
    while (found.find()) {
      kilobytes += Long.parseLong(found.group(1));
    }
    return megabytes(kilobytes + " kB");
  }

  private static String megabytes(String kilobytes) {
    String digits = kilobytes.replaceAll("[^0-9]", "");
    return digits.isEmpty()
        ? "unknown"
        : String.format(Locale.ROOT, "%.0f MiB", Long.parseLong(digits) / 1024.0);
  }

  private static String jcmd(long pid, String command) {
    try {
      Process process =
          new ProcessBuilder(BenchmarkPaths.jdk("jcmd"), String.valueOf(pid), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
