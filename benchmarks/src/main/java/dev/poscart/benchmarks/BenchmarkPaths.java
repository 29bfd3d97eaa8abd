package dev.poscart.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Paths of the build and its results. */
public final class BenchmarkPaths {

  private static final Path ROOT = Path.of(System.getProperty("benchmarks.root", ""));

  private BenchmarkPaths() {}

  /** The packaged service that the launcher runs. */
  public static Path serviceJar() {
    return ROOT.resolve("cart-app/target/poscart.jar");
  }

  /** The class data that the launcher prepares for this Java; may be missing. */
  public static Path classData() {
    String runtime = System.getProperty("java.runtime.version").replaceAll("[^A-Za-z0-9.]", "_");
    return ROOT.resolve("cart-app/target/poscart-" + runtime + ".jsa");
  }

  /** The folder for reports; created if missing. */
  public static Path results() {
    try {
      return Files.createDirectories(ROOT.resolve("benchmarks/results"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of the running JDK, such as {@code java}. */
  public static String jdk(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** A new folder for one run. */
  public static Path temporary() {
    try {
      return Files.createTempDirectory("poscart-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder and everything in it. */
  public static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
