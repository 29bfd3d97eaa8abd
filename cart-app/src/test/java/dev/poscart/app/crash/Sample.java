package dev.poscart.app.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The resources of a process at one moment.
 *
 * @param heapKb heap in use after a garbage collection
 * @param residentKb resident memory
 */
record Sample(long heapKb, long residentKb, long threads, long files) {

  private static final Pattern USED = Pattern.compile("(\\d+)K, used (\\d+)K");

  /** Collects garbage and takes a sample. */
  static Sample of(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    long heap = 0;
    // The young and the old generation; the metaspace has another format.
    for (int generation = 0; generation < 2 && used.find(); generation++) {
      heap += Long.parseLong(used.group(2));
    }
    String status = Files.readString(Path.of("/proc/" + pid + "/status"));
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return new Sample(heap, number(status, "VmRSS"), number(status, "Threads"), files.count());
    }
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new AssertionError("jcmd " + command + ": " + said);
    }
    return said;
  }

  private static long number(String status, String name) {
    Matcher line = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
    if (!line.find()) {
      throw new AssertionError(name + " is missing in " + status);
    }
    return Long.parseLong(line.group(1));
  }
}
