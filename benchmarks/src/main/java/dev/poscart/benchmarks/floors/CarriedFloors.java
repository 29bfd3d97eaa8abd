package dev.poscart.benchmarks.floors;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.load.Shop;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The command {@code benchmarks/carried}. */
final class CarriedFloors {

  private static final byte[] KEY =
      "poscart-benchmark-key-0001-32by!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final Options options;
  private final int users;
  private final int lines;
  private final int rounds;
  private final int requests;
  private final Path folder = BenchmarkPaths.temporary();
  private final CountingItemMaster itemMaster = new CountingItemMaster();
  private final List<Figures> stored = new ArrayList<>();
  private final List<Figures> carried = new ArrayList<>();
  private final List<Double> floor = new ArrayList<>();

  private CarriedFloors(Options options) {
    this.options = options;
    this.users = options.number("users", 4);
    this.lines = options.number("lines", 10);
    this.rounds = options.number("rounds", 5);
    this.requests = options.number("requests", 8_000);
  }

  /** Measures and reports. */
  public static void main(String... words) throws IOException, GeneralSecurityException {
    new CarriedFloors(
            new Options(Set.of("users", "lines", "rounds", "requests", "warm-up", "report"), words))
        .run();
  }

  private void run() throws IOException, GeneralSecurityException {
    List<String> words =
        List.of(
            "--store-profile",
            Shop.writeProfile(folder, users).toString(),
            "--master-data-grpc-url",
            itemMaster.target(),
            "--snapshot-hmac-keys",
            "b1:" + Base64.getEncoder().encodeToString(KEY));
    try (ServiceProcess service =
            ServiceProcess.ofJar(BenchmarkPaths.serviceJar(), folder.resolve("data"), words);
        RunningJvm jvm = RunningJvm.attach(service.pid())) {
      measure(service, jvm);
    } finally {
      itemMaster.close();
      BenchmarkPaths.remove(folder);
    }
    report();
  }

  private void measure(ServiceProcess service, RunningJvm jvm)
      throws IOException, GeneralSecurityException {
    int warmUp = options.number("warm-up", 20_000) / users;
    new AddItemLoad(users, lines, warmUp).service(service.base(), jvm);
    new CarriedLoad(users, lines, warmUp).run(service.base(), jvm);
    CarriedLoad.Recorded recorded = new CarriedLoad(users, lines, 1).record(service.base());
    EnvelopeFloor bare = new EnvelopeFloor(KEY, recorded.requests(), recorded.answers());
    bare.cpuMicros(warmUp / lines);
    for (int round = 0; round < rounds; round++) {
      stored.add(new AddItemLoad(users, lines, requests / users).service(service.base(), jvm));
      carried.add(new CarriedLoad(users, lines, requests / users).run(service.base(), jvm));
      floor.add(bare.cpuMicros(requests / lines / 2));
    }
  }

  private void report() {
    double beyond =
        Figures.median(carried, Figures::cpuMicros) - Figures.median(stored, Figures::cpuMicros);
    double[] bare = floor.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double floorMicros = bare[bare.length / 2];
    new Report()
        .head(
            "%d users, carts of %d lines, %d alternating rounds; medians."
                .formatted(users, lines, rounds))
        .table(
            List.of(
                cells("what", "CPU µs each"),
                cells(
                    "add-item, cart in the service",
                    micros(Figures.median(stored, Figures::cpuMicros))),
                cells(
                    "add-item, carried cart", micros(Figures.median(carried, Figures::cpuMicros))),
                cells("carried beyond the other", micros(beyond)),
                cells("floor: parse, canonicalise and sign twice, write", micros(floorMicros)),
                cells("beyond / floor", String.format(Locale.ROOT, "%.2f", beyond / floorMicros))))
        .line("Floor rounds: " + Arrays.toString(bare))
        .write(options.text("report", "carried"));
  }

  private static String micros(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
