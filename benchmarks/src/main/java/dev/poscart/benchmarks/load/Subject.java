package dev.poscart.benchmarks.load;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.Till;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service under load, and the item master behind it where that is ours to count. */
final class Subject implements AutoCloseable {

  private final String way;
  private final URI base;
  private final HttpClient client = Till.newClient();
  private final Optional<ServiceProcess> service;
  private final Optional<CountingItemMaster> itemMaster;
  private final List<Runnable> parts;

  private Subject(
      String way,
      URI base,
      Optional<ServiceProcess> service,
      Optional<CountingItemMaster> itemMaster,
      List<Runnable> parts) {
    this.way = way;
    this.base = base;
    this.service = service;
    this.itemMaster = itemMaster;
    this.parts = parts;
  }

  /** A service that runs already. */
  static Subject at(URI base) {
    return new Subject(base.toString(), base, Optional.empty(), Optional.empty(), List.of());
  }

  /** Starts a service of its own, with an item master of its own, in one of the ways. */
  static Subject start(String way, int terminals) {
    CountingItemMaster itemMaster = new CountingItemMaster();
    Path folder = BenchmarkPaths.temporary();
    List<String> words =
        new ArrayList<>(
            List.of(
                "--store-profile",
                Shop.writeProfile(folder, terminals).toString(),
                "--master-data-grpc-url",
                itemMaster.target()));
    ServiceProcess service = process(way, folder.resolve("data"), words);
    return new Subject(
        way,
        service.base(),
        Optional.of(service),
        Optional.of(itemMaster),
        List.of(service::close, itemMaster::close, () -> BenchmarkPaths.remove(folder)));
  }

  private static ServiceProcess process(String way, Path data, List<String> words) {
    return switch (way) {
      case "shipped" -> ServiceProcess.packaged(data, words);
      case "shared-channel" -> {
        words.addAll(List.of("--use-item-cache", "false"));
        yield ServiceProcess.packaged(data, words);
      }
      default -> {
        words.add(0, way);
        // The adapter's own channel would count as one of the rival's.
        words.addAll(List.of("--item-master-warm-up", "false"));
        yield ServiceProcess.ofClass("dev.poscart.benchmarks.rival.RivalService", data, words);
      }
    };
  }

  String way() {
    return way;
  }

  Till till(Shop.Terminal terminal, Till.Stopwatch stopwatch) {
    return new Till(client, base, terminal.id(), terminal.apiKey(), stopwatch);
  }

  /** How many channels reached the item master so far; -1 where it is not ours to count. */
  long channels() {
    return itemMaster.map(CountingItemMaster::transports).orElse(-1L);
  }

  /** How many look-ups reached the item master so far; -1 where it is not ours to count. */
  long lookups() {
    return itemMaster.map(CountingItemMaster::lookups).orElse(-1L);
  }

  /** Lets the item master take calls and not answer, or answer again. */
  void hang(boolean hanging) {
    itemMaster.ifPresent(master -> master.hang(hanging));
  }

  /** How often the service has logged that it made a channel; -1 where its log is not ours. */
  long creationLines() {
    return service.map(each -> each.logLines("item master channel created")).orElse(-1L);
  }

  @Override
  public void close() {
    parts.forEach(Runnable::run);
  }
}
