package dev.poscart.benchmarks.floors;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.load.Shop;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import java.io.IOException;
import java.net.URI;
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
  private final List<Figures> moving = new ArrayList<>();
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
    try (ServiceProcess service = service("data", words);
        ServiceProcess other = service("other", words);
        RunningJvm jvm = RunningJvm.attach(service.pid());
        RunningJvm otherJvm = RunningJvm.attach(other.pid())) {
      measure(List.of(service.base(), other.base()), List.of(jvm, otherJvm));
    } finally {
      itemMaster.close();
      BenchmarkPaths.remove(folder);
    }
    report();
  }

  private ServiceProcess service(String data, List<String> words) {
    return ServiceProcess.ofJar(BenchmarkPaths.serviceJar(), folder.resolve(data), words);
  }

  private void measure(List<URI> bases, List<RunningJvm> jvms)
      throws IOException, GeneralSecurityException {
    URI base = bases.get(0);
    RunningJvm jvm = jvms.get(0);
    int warmUp = options.number("warm-up", 20_000) / users;
    new AddItemLoad(users, lines, warmUp).service(base, jvm);
    new CarriedLoad(users, lines, warmUp).run(base, jvm);
    new CarriedLoad(users, lines, 2 * warmUp).run(bases, jvms);
    CarriedLoad.Recorded recorded = new CarriedLoad(users, lines, 1).record(base);
    EnvelopeFloor bare = new EnvelopeFloor(KEY, recorded.requests(), recorded.answers());
    bare.cpuMicros(warmUp / lines);
    for (int round = 0; round < rounds; round++) {
      stored.add(new AddItemLoad(users, lines, requests / users).service(base, jvm));
      carried.add(new CarriedLoad(users, lines, requests / users).run(base, jvm));
      moving.add(new CarriedLoad(users, lines, requests / users).run(bases, jvms));
      floor.add(bare.cpuMicros(requests / lines / 2));
    }
  }

  private void report() {
    double first = Figures.median(stored, Figures::cpuMicros);
    double beyond = Figures.median(carried, Figures::cpuMicros) - first;
    double beyondMoving = Figures.median(moving, Figures::cpuMicros) - first;
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
                cells(
                    "add-item, cart carried from another service",
                    micros(Figures.median(moving, Figures::cpuMicros))),
                cells("carried beyond the first", micros(beyond)),
                cells("from another service beyond the first", micros(beyondMoving)),
                cells("floor: parse, canonicalise and sign twice, write", micros(floorMicros)),
                cells("beyond / floor", ratio(beyond, floorMicros)),
                cells("from another service beyond / floor", ratio(beyondMoving, floorMicros))))
        .line("Floor rounds: " + Arrays.toString(bare))
        .write(options.text("report", "carried"));
  }

  private static String ratio(double micros, double floorMicros) {
    return String.format(Locale.ROOT, "%.2f", micros / floorMicros);
  }

  private static String micros(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
