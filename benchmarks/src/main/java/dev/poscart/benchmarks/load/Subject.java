package dev.poscart.benchmarks.load;

import dev.poscart.app.load.Gauge;
import dev.poscart.app.load.LoadTarget;
import dev.poscart.app.load.LoadTerminal;
import dev.poscart.app.load.Machine;
import dev.poscart.app.load.Stopwatch;
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

/** A service under load, with its item master if that can be counted. */
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

  /** A service that is already running. */
  static Subject at(URI base) {
    return new Subject(base.toString(), base, Optional.empty(), Optional.empty(), List.of());
  }

  /** Starts a service with its own item master, in one of the alternatives. */
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
        // Otherwise the adapter's own channel would count as the rival's.
        words.addAll(List.of("--item-master-warm-up", "false"));
        yield ServiceProcess.ofClass("dev.poscart.benchmarks.rival.RivalService", data, words);
      }
    };
  }

  String way() {
    return way;
  }

  Till till(LoadTerminal terminal, Stopwatch stopwatch) {
    return new Till(client, base, terminal.id(), terminal.apiKey(), stopwatch);
  }

  /** Itself as the target of a load, with what only its own item master and process tell. */
  LoadTarget target() {
    return new LoadTarget(
        way,
        base,
        List.of(
            new Gauge("look-ups at the master", "", true, this::lookups),
            new Gauge(
                "connections at the master",
                "connections at the item master",
                true,
                this::channels),
            new Gauge("connections since its start", "", false, this::channels),
            new Gauge("resident MiB", "", false, this::resident)));
  }

  /** The number of channels that have reached the item master; -1 if unknown. */
  long channels() {
    return itemMaster.map(CountingItemMaster::transports).orElse(-1L);
  }

  private long lookups() {
    return itemMaster.map(CountingItemMaster::lookups).orElse(-1L);
  }

  /** In MiB. */
  private long resident() {
    return service
        .map(each -> Machine.first("/proc/" + each.pid() + "/status", "VmRSS"))
        .map(kilobytes -> Long.parseLong(kilobytes.replaceAll("[^0-9]", "")) >> 10)
        .orElse(-1L);
  }

  /** Makes the item master accept calls without answering, or answer again. */
  void hang(boolean hanging) {
    itemMaster.ifPresent(master -> master.hang(hanging));
  }

  /** How often the service has logged the creation of a channel; -1 if unknown. */
  long creationLines() {
    return service.map(each -> each.logLines("item master channel created")).orElse(-1L);
  }

  @Override
  public void close() {
    parts.forEach(Runnable::run);
  }
}
