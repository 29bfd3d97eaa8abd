package dev.poscart.benchmarks.load;

import static dev.poscart.benchmarks.Report.cells;

import java.util.List;
import java.util.Locale;

/**
 * The result of one run. Times are milliseconds of add-item requests, as seen by the user.
 *
 * @param channels that reached the item master during the run
 * @param channelsInAll that reached it since the service was started
 * @param resident memory of the service's process at the end, in MiB; -1 if unknown
 */
record Result(
    String way,
    int users,
    long requests,
    double perSecond,
    double p50,
    double p99,
    double greatest,
    long failures,
    long lookups,
    long channels,
    long channelsInAll,
    long resident,
    List<Sample> samples) {

  static List<String> head() {
    return cells(
        "users",
        "way",
        "requests",
        "requests/s",
        "add-item p50 ms",
        "p99 ms",
        "greatest ms",
        "not answered 2xx",
        "look-ups at the master",
        "connections at the master",
        "connections since its start",
        "resident MiB");
  }

  List<String> row() {
    return cells(
        users,
        way,
        requests,
        String.format(Locale.ROOT, "%.0f", perSecond),
        decimal(p50),
        decimal(p99),
        decimal(greatest),
        failures,
        count(lookups),
        count(channels),
        count(channelsInAll),
        count(resident));
  }

  private static String count(long number) {
    return number < 0 ? "?" : String.valueOf(number);
  }

  private static String decimal(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.2f", number);
  }
}
